using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Journaling;

namespace ThreatBoard.Data.Mapping;

internal sealed class JournalChangeMapping : IEntityTypeConfiguration<JournalChangeRow>
{
    public void Configure(EntityTypeBuilder<JournalChangeRow> builder)
    {
        builder.ToTable("journal_change");
        builder.HasKey(c => new { c.ModelId, c.Number, c.Ordinal });
        builder.HasIndex(c => new { c.ModelId, c.EntityId, c.Number });
        builder.HasOne<JournalEntryRow>().WithMany().HasForeignKey(c => new { c.ModelId, c.Number }).OnDelete(DeleteBehavior.NoAction);
    }
}
