using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.PartOfModel();
        builder.ComplexProperty(c => c.On);
        builder.MayPointTo<Comment, Component>("On", "on").MayPointTo<Comment, Flow>("On", "on").MayPointTo<Comment, Boundary>("On", "on")
            .MayPointTo<Comment, Asset>("On", "on").MayPointTo<Comment, Threat>("On", "on").MayPointTo<Comment, Mitigation>("On", "on")
            .MayPointTo<Comment, Control>("On", "on").MayPointTo<Comment, Actor>("On", "on");
        builder.HasOne<RevisionRow>().WithMany().HasForeignKey(EntityMapping.ModelId, nameof(Comment.Revision)).OnDelete(DeleteBehavior.NoAction);
        builder.Property(c => c.Author).HasMaxLength(Limits.Person);
        builder.Property(c => c.Text).HasMaxLength(Limits.Comment);
    }
}
