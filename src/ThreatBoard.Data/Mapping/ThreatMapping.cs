using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Mapping;

internal sealed class ThreatMapping : IEntityTypeConfiguration<Threat>
{
    /// <summary>Derived: where the threat stands.</summary>
    public const string Status = "Status";

    /// <summary>Derived: likelihood times impact before any mitigation, null where nobody rated it.</summary>
    public const string InherentScore = "InherentScore";

    /// <summary>Derived: what is still carried, 0 where nothing is.</summary>
    public const string ResidualScore = "ResidualScore";

    public void Configure(EntityTypeBuilder<Threat> builder)
    {
        builder.PartOfModel().MayName(t => t.Actor).MayName(t => t.MergedInto);
        builder.Property(t => t.Title).HasMaxLength(Limits.Title);
        builder.Property(t => t.Description).HasMaxLength(Limits.Text);
        Values(builder);
        Subject(builder);
        builder.Property<ThreatStatus>(Status);
        builder.Property<int?>(InherentScore);
        builder.Property<int>(ResidualScore);
        builder.HasIndex(EntityMapping.ModelId, ResidualScore);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_threat_assessment", "assessment_likelihood BETWEEN 1 AND 5 AND assessment_impact BETWEEN 1 AND 5");
            table.HasCheckConstraint("ck_threat_suggested", "suggested_likelihood BETWEEN 1 AND 5 AND suggested_impact BETWEEN 1 AND 5");
        });
    }

    private static void Values(EntityTypeBuilder<Threat> builder)
    {
        builder.ComplexProperty(t => t.Finding);
        builder.ComplexProperty(t => t.Verdict);
        builder.ComplexProperty(t => t.Suggested);
        builder.ComplexProperty(t => t.Assessment, assessment => assessment.Property(a => a.Justification).HasMaxLength(Limits.Text));
        builder.ComplexProperty(t => t.Owner, owner => owner.Property(o => o.Name).HasMaxLength(Limits.Person));
        builder.ComplexProperty(t => t.Treatment, treatment =>
        {
            treatment.Property(t => t.Reason).HasMaxLength(Limits.Text);
            treatment.Property(t => t.To).HasMaxLength(Limits.Name);
        });
        builder.ComplexProperty(t => t.Priority, priority => priority.Property(p => p.Reason).HasMaxLength(Limits.Text));
    }

    private static void Subject(EntityTypeBuilder<Threat> builder)
    {
        builder.ComplexProperty(t => t.Subject, subject => subject.ComplexProperty(s => s.Ref));
        builder
            .MayPointTo<Threat, Component>("Subject", "subject_ref", "subject_is_gone")
            .MayPointTo<Threat, Flow>("Subject", "subject_ref", "subject_is_gone")
            .MayPointTo<Threat, Boundary>("Subject", "subject_ref", "subject_is_gone")
            .MayPointTo<Threat, Asset>("Subject", "subject_ref", "subject_is_gone");
    }
}
