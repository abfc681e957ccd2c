using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

internal sealed class ReviewPlanMapping : IEntityTypeConfiguration<ReviewPlan>
{
    public void Configure(EntityTypeBuilder<ReviewPlan> builder)
    {
        builder.PartOfModel();
        builder.ComplexProperty(p => p.Owner, owner => owner.Property(o => o.Name).HasMaxLength(Limits.Person));
        builder.HasIndex(EntityMapping.ModelId).IsUnique().HasDatabaseName("ux_review_plan");
        builder.ToTable(table => table.HasCheckConstraint("ck_review_plan_months", "months BETWEEN 1 AND 60"));
    }
}
