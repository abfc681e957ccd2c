using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class KnownRulesMapping : IEntityTypeConfiguration<KnownRules>
{
    public void Configure(EntityTypeBuilder<KnownRules> builder)
    {
        builder.PartOfModel();
        builder.HasIndex(EntityMapping.ModelId).IsUnique().HasDatabaseName("ux_known_rules");
    }
}
