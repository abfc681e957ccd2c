using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class MitigationMapping : IEntityTypeConfiguration<Mitigation>
{
    public void Configure(EntityTypeBuilder<Mitigation> builder)
    {
        builder.PartOfModel();
        builder.Property(m => m.Title).HasMaxLength(Limits.Title);
        builder.Property(m => m.Description).HasMaxLength(Limits.Text);
        builder.ComplexProperty(m => m.Owner, owner => owner.Property(o => o.Name).HasMaxLength(Limits.Person));
        builder.Property(m => m.Ticket).HasMaxLength(Limits.Link);
    }
}
