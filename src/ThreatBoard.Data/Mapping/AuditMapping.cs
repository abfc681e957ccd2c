using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("security_audit");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.HasIndex(row => new { row.WorkspaceId, row.Number });
        builder.Property(row => row.Person).HasMaxLength(Limits.Person);
        builder.Property(row => row.Detail).HasMaxLength(AuditRow.LongestDetail);
    }
}
