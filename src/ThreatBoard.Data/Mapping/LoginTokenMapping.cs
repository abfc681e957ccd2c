using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class LoginTokenMapping : IEntityTypeConfiguration<LoginTokenRow>
{
    public void Configure(EntityTypeBuilder<LoginTokenRow> builder)
    {
        builder.ToTable("login_token");
        builder.HasKey(t => t.Hash);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
