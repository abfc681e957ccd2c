using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("installation", table => table.HasCheckConstraint("ck_installation_is_one", $"id = {Installation.TheOne}"));
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}
