using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Browser).HasMaxLength(SessionLimits.Browser);
        builder.Property(s => s.Address).HasMaxLength(SessionLimits.Address);
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
