using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>Projects the threats of a content to the rows of the triage table.</summary>
public static class ThreatRows
{
    /// <summary>The rows of a content are the same for all who look at it, but for how owners are called to them.</summary>
    public static ImmutableArray<ThreatRow> Of(ModelContent content, WorkingDay day, OwnerNames? owners = null)
    {
        var shared = content.Shared(static known => new SharedRows(known)).On(day);
        return owners is null || owners.Asked.IsEmpty ? shared : [.. shared.Select(row => Called(row, owners.Of(row.Threat.Owner)))];
    }

    private static ThreatRow Called(ThreatRow row, string owner) => row.OwnerName == owner ? row : row with { OwnerName = owner };

    private static ImmutableArray<ThreatRow> Derive(ModelContent content, WorkingDay day)
    {
        var states = ThreatState.OfAll(content, day.Today);
        var accepted = content.All<Acceptance>().Where(acceptance => acceptance.Holds(day.Today)).ToDictionary(acceptance => acceptance.Threat, acceptance => (DateOnly?)acceptance.Terms.Expires);
        var newer = NewFindings.In(content).All.Select(found => found.Threat.Id).ToHashSet();
        var graph = ModelGraph.Of(content);
        var (exposure, surroundings) = (new RememberedExposure(graph), Surroundings.Of(graph));
        return [.. content.All<Threat>().Select(threat => new ThreatRow(
            threat,
            states[threat.Id],
            content.SubjectTitle(threat.Subject),
            content.Find(threat.Actor)?.Name ?? "",
            threat.Finding?.Rule ?? "",
            threat.Subject.IsGone ? null : exposure.StepsTo(threat.Subject.Ref),
            threat.Id.MadeAt())
        {
            Day = day,
            Around = threat.Subject.IsGone ? [] : surroundings.Around(threat.Subject.Ref),
            IsNewOfRule = newer.Contains(threat.Id),
            AcceptedUntil = states[threat.Id].Status is ThreatStatus.Accepted ? accepted.GetValueOrDefault(threat.Id) : null,
            OwnerName = OwnerNames.Stored.Of(threat.Owner),
        })];
    }

    /// <summary>The rows of one content; they change with the day and the rules, which hardly ever happens while it is looked at.</summary>
    private sealed class SharedRows(ModelContent content)
    {
        private volatile Kept? _kept;

        public ImmutableArray<ThreatRow> On(WorkingDay day)
        {
            if (_kept is not { } kept || kept.Day != day) _kept = kept = new(day, Derive(content, day));
            return kept.Rows;
        }

        private sealed record Kept(WorkingDay Day, ImmutableArray<ThreatRow> Rows);
    }

    /// <summary>Thousands of threats are about few subjects, and a boundary's exposure asks all its members.</summary>
    private sealed class RememberedExposure(ModelGraph graph)
    {
        private readonly Exposure _exposure = new(graph);
        private readonly Dictionary<EntityRef, int?> _known = [];

        public int? StepsTo(EntityRef subject)
        {
            if (!_known.TryGetValue(subject, out var steps)) _known[subject] = steps = _exposure.StepsTo(subject);
            return steps;
        }
    }
}
