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
        builder.ComplexProperty(m => m.Evidence, evidence =>
        {
            evidence.Property(e => e.Text).HasMaxLength(Limits.Text);
            evidence.Property(e => e.Link).HasMaxLength(Limits.Link);
        });
        builder.ComplexProperty(m => m.Implemented, signature => signature.Property(s => s.Name).HasMaxLength(Limits.Person));
        builder.ComplexProperty(m => m.Verified, signature => signature.Property(s => s.Name).HasMaxLength(Limits.Person));
    }
}
