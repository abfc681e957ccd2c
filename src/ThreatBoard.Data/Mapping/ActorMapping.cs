using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class ActorMapping : IEntityTypeConfiguration<Actor>
{
    public void Configure(EntityTypeBuilder<Actor> builder)
    {
        builder.PartOfModel().MayName(a => a.StartsAt);
        builder.Property(a => a.Name).HasMaxLength(Limits.Name);
        builder.Property(a => a.Description).HasMaxLength(Limits.Text);
    }
}
