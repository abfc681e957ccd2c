using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntryRow>
{
    public void Configure(EntityTypeBuilder<JournalEntryRow> builder)
    {
        builder.ToTable("journal_entry");
        builder.HasKey(e => new { e.ModelId, e.Number });
        builder.HasIndex(e => new { e.ModelId, e.Operation }).IsUnique();
        builder.HasIndex(e => new { e.ModelId, e.AuthorId, e.Number });
        builder.Property(e => e.Author).HasMaxLength(Limits.Person);
        builder.Property(e => e.Reason).HasMaxLength(Limits.Text);
        builder.HasOne<ModelRow>().WithMany().HasForeignKey(e => e.ModelId).OnDelete(DeleteBehavior.NoAction);
    }
}
