using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class CoverageMarkMapping : IEntityTypeConfiguration<CoverageMark>
{
    public void Configure(EntityTypeBuilder<CoverageMark> builder)
    {
        builder.PartOfModel();
        builder.ComplexProperty(m => m.Subject);
        builder.MayPointTo<CoverageMark, Component>("Subject", "subject").MayPointTo<CoverageMark, Flow>("Subject", "subject");
        builder.Property(m => m.Word).HasMaxLength(Limits.Text);
        builder.Property(m => m.Digest).HasMaxLength(Limits.Key);
        builder.ToTable(table => table.HasCheckConstraint("ck_coverage_mark_subject", "subject_kind IN ('component', 'flow')"));
    }
}
