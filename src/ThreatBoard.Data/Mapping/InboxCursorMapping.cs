using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Listing;

namespace ThreatBoard.Data.Mapping;

internal sealed class InboxCursorMapping : IEntityTypeConfiguration<InboxCursor>
{
    public void Configure(EntityTypeBuilder<InboxCursor> builder)
    {
        builder.ToTable("inbox_cursor");
        builder.HasKey(c => c.ModelId);
        builder.HasOne<ModelRow>().WithOne().HasForeignKey<InboxCursor>(c => c.ModelId).OnDelete(DeleteBehavior.NoAction);
    }
}
