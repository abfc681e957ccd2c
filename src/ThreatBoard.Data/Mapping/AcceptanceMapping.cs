using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

/// <summary>The database, too, lets one acceptance of a threat at most be asked for and one at most hold, and nobody approve their own.</summary>
internal sealed class AcceptanceMapping : IEntityTypeConfiguration<Acceptance>
{
    private const string Open = "ending_kind IS NULL AND decision_is_approved IS DISTINCT FROM FALSE";

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.PartOfModel().Names(a => a.Threat).MayName(a => a.Renews);
        builder.ComplexProperty(a => a.Terms, terms =>
        {
            terms.Property(t => t.Reason).HasMaxLength(Limits.Text);
            terms.Property(t => t.Controls).HasMaxLength(Limits.Text);
        });
        builder.ComplexProperty(a => a.Requested, signature => signature.Property(s => s.Name).HasMaxLength(Limits.Person));
        builder.ComplexProperty(a => a.Decision, decision => decision.Property(d => d.Word).HasMaxLength(Limits.Text));
        builder.ComplexProperty(a => a.Ending, ending => ending.Property(e => e.Word).HasMaxLength(Limits.Text));
        builder.HasIndex([EntityMapping.ModelId, nameof(Acceptance.Threat)], "ux_acceptance_asked").IsUnique().HasFilter($"{Open} AND decision_is_approved IS NULL").HasDatabaseName("ux_acceptance_asked");
        builder.HasIndex([EntityMapping.ModelId, nameof(Acceptance.Threat)], "ux_acceptance_holds").IsUnique().HasFilter($"{Open} AND decision_is_approved").HasDatabaseName("ux_acceptance_holds");
        builder.ToTable(table => table.HasCheckConstraint("ck_acceptance_approver", "decision_is_approved IS NOT TRUE OR decision_is_alone OR decision_person <> requested_person"));
    }
}
