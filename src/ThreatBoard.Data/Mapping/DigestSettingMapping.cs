using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class DigestSettingMapping : IEntityTypeConfiguration<DigestSetting>
{
    public void Configure(EntityTypeBuilder<DigestSetting> builder)
    {
        builder.ToTable("digest_setting");
        builder.HasKey(d => d.PersonId);
        builder.Property(d => d.Zone).HasMaxLength(Limits.Person);
        builder.HasOne<Person>().WithOne().HasForeignKey<DigestSetting>(d => d.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
