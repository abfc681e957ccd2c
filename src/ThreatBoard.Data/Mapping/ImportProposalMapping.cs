using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class ImportProposalMapping : IEntityTypeConfiguration<ImportProposal>
{
    public void Configure(EntityTypeBuilder<ImportProposal> builder)
    {
        builder.ToTable("import_proposal");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.SourceName).HasMaxLength(Limits.Name);
        builder.Property(p => p.Cluster).HasMaxLength(Limits.Name);
        builder.Property(p => p.Environment).HasMaxLength(Limits.Word);
        builder.Property(p => p.Snapshot).HasMaxLength(64).IsFixedLength();
        builder.Property(p => p.Decisions).HasColumnType("jsonb");
        builder.Property(p => p.CreatedBy).HasMaxLength(Limits.Person);
        builder.Property(p => p.DecidedBy).HasMaxLength(Limits.Person);
        builder.Property(p => p.RequestKey).HasMaxLength(RequestKey.Longest);
        builder.HasIndex(p => new { p.ModelId, p.RequestKey }).IsUnique();
        builder.HasOne<ModelRow>().WithMany().HasForeignKey(p => p.ModelId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<SnapshotRow>().WithMany().HasForeignKey(p => new { p.ModelId, p.Snapshot }).OnDelete(DeleteBehavior.NoAction);
    }
}
