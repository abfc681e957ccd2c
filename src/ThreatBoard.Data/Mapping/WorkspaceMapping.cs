using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Mapping;

internal sealed class WorkspaceMapping : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspace");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(Limits.Name);
        builder.Property(w => w.TimeZone).HasMaxLength(Limits.Name).HasDefaultValue(WorkspaceZone.Utc.Name);
        builder.ComplexProperty(w => w.Bands, bands =>
        {
            bands.Property(b => b.Medium).HasDefaultValue(BandScale.Usual.Medium);
            bands.Property(b => b.High).HasDefaultValue(BandScale.Usual.High);
            bands.Property(b => b.Critical).HasDefaultValue(BandScale.Usual.Critical);
        });
        builder.ToTable(table => table.HasCheckConstraint("ck_workspace_bands", "1 < bands_medium AND bands_medium < bands_high AND bands_high < bands_critical AND bands_critical <= 25"));
    }
}
