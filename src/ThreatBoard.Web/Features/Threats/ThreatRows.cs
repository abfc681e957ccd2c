using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>Projects the threats of a content to the rows of the triage table.</summary>
public static class ThreatRows
{
    /// <summary>The rows of a content are the same for all who look at it, but for how owners are called to them.</summary>
    public static ImmutableArray<ThreatRow> Of(ModelContent content, OwnerNames? owners = null)
    {
        var shared = content.Shared(static known => new SharedRows(Derive(known))).All;
        return owners is null || owners.Asked.IsEmpty ? shared : [.. shared.Select(row => Called(row, owners.Of(row.Threat.Owner)))];
    }

    private static ThreatRow Called(ThreatRow row, string owner) => row.OwnerName == owner ? row : row with { OwnerName = owner };

    private static ImmutableArray<ThreatRow> Derive(ModelContent content)
    {
        var states = ThreatState.OfAll(content);
        var exposure = new RememberedExposure(ModelGraph.Of(content));
        return [.. content.All<Threat>().Select(threat => new ThreatRow(
            threat,
            states[threat.Id],
            content.SubjectTitle(threat.Subject),
            content.Find(threat.Actor)?.Name ?? "",
            threat.Finding?.Rule ?? "",
            threat.Subject.IsGone ? null : exposure.StepsTo(threat.Subject.Ref),
            threat.Id.MadeAt()) { OwnerName = OwnerNames.Stored.Of(threat.Owner) })];
    }

    private sealed record SharedRows(ImmutableArray<ThreatRow> All);

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
