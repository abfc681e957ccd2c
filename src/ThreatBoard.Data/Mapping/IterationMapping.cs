using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class IterationMapping : IEntityTypeConfiguration<Iteration>
{
    public void Configure(EntityTypeBuilder<Iteration> builder)
    {
        builder.PartOfModel();
        builder.ComplexProperty(i => i.Reason, reason => reason.Property(r => r.Word).HasMaxLength(Limits.Text));
        builder.ComplexProperty(i => i.Opened, signature => signature.Property(s => s.Name).HasMaxLength(Limits.Person));
        builder.ComplexProperty(i => i.RulesRun);
        builder.HasIndex(EntityMapping.ModelId, nameof(Iteration.Number)).IsUnique().HasDatabaseName("ux_iteration_number");
        builder.HasIndex(EntityMapping.ModelId).IsUnique().HasFilter("phase <> 'Closed'").HasDatabaseName("ux_iteration_open");
        builder.ToTable(table => table.HasCheckConstraint("ck_iteration_number", "number > 0"));
    }
}
