using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class MitigationLinkMapping : IEntityTypeConfiguration<MitigationLink>
{
    public void Configure(EntityTypeBuilder<MitigationLink> builder)
    {
        builder.PartOfModel().Names(l => l.Mitigation).Names(l => l.Threat);
        builder.ComplexProperty(l => l.Effect);
        builder.ToTable(table => table.HasCheckConstraint("ck_mitigation_link_effect", "effect_likelihood BETWEEN 0 AND 4 AND effect_impact BETWEEN 0 AND 4"));
    }
}
