using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class AssetMapping : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.PartOfModel();
        builder.Property(a => a.Name).HasMaxLength(Limits.Name);
        builder.Property(a => a.Description).HasMaxLength(Limits.Text);
    }
}
