using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class FlowMapping : IEntityTypeConfiguration<Flow>
{
    public void Configure(EntityTypeBuilder<Flow> builder)
    {
        builder.PartOfModel();
        // The foreign keys of the ends stand in the migration: EF knows none on the properties of a value.
        builder.ComplexProperty(f => f.Ends);
        builder.ComplexProperty(f => f.Transport);
        builder.Property(f => f.Name).HasMaxLength(Limits.Name);
        builder.Property(f => f.Description).HasMaxLength(Limits.Text);
        builder.Property(f => f.Protocol).HasMaxLength(Limits.Word);
        builder.HasIndex(f => f.Carries).HasMethod("gin");
        builder.ToTable(table => table.HasCheckConstraint("ck_flow_port", "port BETWEEN 1 AND 65535"));
    }
}
