using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class BoundaryMapping : IEntityTypeConfiguration<Boundary>
{
    public void Configure(EntityTypeBuilder<Boundary> builder)
    {
        builder.PartOfModel().MayName(b => b.Tenancy).MayName(b => b.Zone);
        builder.Property(b => b.Name).HasMaxLength(Limits.Name);
        builder.Property(b => b.Description).HasMaxLength(Limits.Text);
        builder.HasIndex(b => b.Nodes).HasMethod("gin");
    }
}
