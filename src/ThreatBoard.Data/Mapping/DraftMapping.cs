using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("draft");
        builder.HasKey(d => new { d.PersonId, d.ModelId, d.Kind, d.EntityId, d.Field });
        builder.Property(d => d.Kind).HasMaxLength(Limits.Word);
        builder.Property(d => d.Field).HasMaxLength(Limits.Title);
        builder.Property(d => d.Text).HasMaxLength(Limits.Draft);
        builder.Property(d => d.BasedOn).HasMaxLength(Limits.Draft);
        builder.HasIndex(d => d.UpdatedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
