using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.PartOfModel().MayName(a => a.Iteration);
        builder.ComplexProperty(a => a.Asked, signature => signature.Property(s => s.Name).HasMaxLength(Limits.Person));
        builder.ComplexProperty(a => a.Decision, decision => decision.Property(d => d.Word).HasMaxLength(Limits.Text));
        builder.Property(a => a.Digest).HasMaxLength(Limits.Key);
    }
}
