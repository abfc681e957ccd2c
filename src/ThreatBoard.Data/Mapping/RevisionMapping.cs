using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Listing;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class RevisionMapping : IEntityTypeConfiguration<RevisionRow>
{
    public void Configure(EntityTypeBuilder<RevisionRow> builder)
    {
        builder.ToTable("revision");
        builder.HasKey(r => new { r.ModelId, r.Number });
        builder.Property(r => r.Author).HasMaxLength(Limits.Person);
        builder.Property(r => r.Message).HasMaxLength(Limits.Text);
        builder.HasOne<ModelRow>().WithMany().HasForeignKey(r => r.ModelId).OnDelete(DeleteBehavior.NoAction);
    }
}
