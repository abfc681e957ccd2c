using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.PartOfModel();
        builder.Property(s => s.Name).HasMaxLength(Limits.Name);
        builder.Property(s => s.Cluster).HasMaxLength(Limits.Name);
        builder.Property(s => s.Environment).HasMaxLength(Limits.Word);
        builder.Property(s => s.Snapshot).HasMaxLength(64);
    }
}
