using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.PartOfModel().Names(p => p.Diagram);
        builder.ComplexProperty(p => p.Element);
        builder.ComplexProperty(p => p.At);
        builder.MayPointTo<Placement, Component>("Element", "element").MayPointTo<Placement, Boundary>("Element", "element").MayPointTo<Placement, Actor>("Element", "element");
    }
}
