using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class ControlMapping : IEntityTypeConfiguration<Control>
{
    public void Configure(EntityTypeBuilder<Control> builder)
    {
        builder.PartOfModel();
        builder.ComplexProperty(c => c.Of);
        builder.ComplexProperty(c => c.State, state => state.Property(s => s.Because).HasMaxLength(Limits.Text));
        builder.MayPointTo<Control, Boundary>("Of", "of").MayPointTo<Control, Flow>("Of", "of").MayPointTo<Control, Component>("Of", "of");
        builder.Property(c => c.Name).HasMaxLength(Limits.Name);
        builder.ToTable(table => table.HasCheckConstraint("ck_control_of", "of_kind IN ('boundary', 'flow', 'component')"));
    }
}
