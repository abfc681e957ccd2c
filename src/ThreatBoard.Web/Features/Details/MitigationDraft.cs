using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Features.Details;

/// <summary>A mitigation that somebody is writing, and how much it takes off the threat it is written for.</summary>
public sealed class MitigationDraft
{
    public string Title { get; set; } = "";

    public Owner Owner { get; set; } = Owner.Nobody;

    public DateOnly? Due { get; set; }

    /// <summary>Steps off the likelihood, 0 to 4.</summary>
    public int Likelihood { get; set; } = Effect.Usual.Likelihood;

    /// <summary>Steps off the impact, 0 to 4.</summary>
    public int Impact { get; set; } = Effect.Usual.Impact;

    /// <summary>The mitigation, its link, and the decision to mitigate where nothing was decided: one edit, taken back as one.</summary>
    public ImmutableArray<Change> Against(Threat threat, TimeProvider clock)
    {
        var mitigation = new Mitigation { Id = Id<Mitigation>.New(clock), Title = Title.Trim(), Owner = Owner, Due = Due };
        var link = new MitigationLink { Id = Id<MitigationLink>.New(clock), Mitigation = mitigation.Id, Threat = threat.Id, Effect = new(Likelihood, Impact) };
        ImmutableArray<Change> changes = [Change.Add(mitigation), Change.Add(link)];
        return threat.Treatment == Treatment.Undecided
            ? changes.Add(Change.Of(threat, threat with { Treatment = new(TreatmentKind.Mitigate, "") }))
            : changes;
    }
}
