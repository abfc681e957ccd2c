using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Presence;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class PresenceMapping : IEntityTypeConfiguration<PresenceRow>
{
    public void Configure(EntityTypeBuilder<PresenceRow> builder)
    {
        builder.ToTable("presence").IsUnlogged();
        builder.HasKey(p => p.CircuitId);
        builder.Property(p => p.CircuitId).ValueGeneratedNever();
        builder.Property(p => p.Address).HasMaxLength(Whereabouts.LongestAddress);
        builder.Property(p => p.Page).HasMaxLength(Limits.Word);
        builder.Property(p => p.Selection).HasMaxLength(Whereabouts.MostSelected * 37);
        builder.Property(p => p.Editing).HasMaxLength(Whereabouts.LongestField);
        builder.Property(p => p.View).HasMaxLength(Whereabouts.LongestView);
        builder.HasIndex(p => p.ModelId);
    }
}
