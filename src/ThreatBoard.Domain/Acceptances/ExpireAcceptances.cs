using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Acceptances;

/// <summary>Writes down which acceptances have passed their last day, and opens their threats again; run twice, it does nothing the second time.</summary>
/// <param name="Threats">Those whose acceptances are looked at.</param>
public sealed record ExpireAcceptances(ImmutableArray<Id<Threat>> Threats) : Step
{
    public override Duties Needs => Duties.Calendar;

    public override string Summary => "expiry of acceptances";

    public override ImmutableArray<EntityRef> LooksAt => [.. Threats.Select(EntityRef.To)];

    protected override StepResult DecideOn(StepGround ground)
    {
        var content = ground.Content;
        foreach (var threat in Threats)
        {
            foreach (var overdue in content.OpenFor(threat).Where(acceptance => acceptance.IsOverdue(ground.Today)).ToList())
                content = content.Apply((ground with { Content = content }).End(overdue, AcceptanceEnd.Expired, ""));
        }

        return StepResult.Done(Comparison.Between(ground.Content, content));
    }
}
