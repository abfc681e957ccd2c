using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class ComponentMapping : IEntityTypeConfiguration<Component>
{
    public void Configure(EntityTypeBuilder<Component> builder)
    {
        builder.PartOfModel().MayName(c => c.Tenancy).MayName(c => c.Zone);
        builder.Property(c => c.Name).HasMaxLength(Limits.Name);
        builder.Property(c => c.Technology).HasMaxLength(Limits.Name);
        builder.Property(c => c.Description).HasMaxLength(Limits.Text);
        builder.HasIndex(c => c.Nodes).HasMethod("gin");
        builder.HasIndex(c => c.Stores).HasMethod("gin");
    }
}
