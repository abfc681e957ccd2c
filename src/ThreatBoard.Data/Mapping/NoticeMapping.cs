using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notice");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.ComplexProperty(n => n.Subject);
        builder.Property(n => n.Key).HasMaxLength(Limits.Name);
        builder.Property(n => n.Title).HasMaxLength(Limits.Title);
        builder.Property(n => n.By).HasMaxLength(Limits.Person);
        builder.Property(n => n.Words).HasMaxLength(Limits.Title);
        builder.HasIndex(n => new { n.PersonId, n.ModelId, n.Key }).IsUnique();
        builder.HasIndex(n => new { n.PersonId, n.At });
        builder.HasIndex(n => n.PersonId).HasFilter("read_at IS NULL").HasDatabaseName("ix_notice_unread");
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<ModelRow>().WithMany().HasForeignKey(n => n.ModelId).OnDelete(DeleteBehavior.NoAction);
    }
}
