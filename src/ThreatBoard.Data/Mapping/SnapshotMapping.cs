using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Listing;

namespace ThreatBoard.Data.Mapping;

internal sealed class SnapshotMapping : IEntityTypeConfiguration<SnapshotRow>
{
    public void Configure(EntityTypeBuilder<SnapshotRow> builder)
    {
        builder.ToTable("snapshot");
        builder.HasKey(s => new { s.ModelId, s.Sha256 });
        builder.Property(s => s.Sha256).HasMaxLength(64).IsFixedLength();
        builder.HasOne<ModelRow>().WithMany().HasForeignKey(s => s.ModelId).OnDelete(DeleteBehavior.NoAction);
    }
}
