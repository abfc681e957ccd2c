using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>How many flows of a model stand how, and what lies over the picture.</summary>
/// <param name="Declared">Drawn by somebody, and not denied.</param>
/// <param name="Undeclared">How many pairs may talk although no flow joins them; null where they were too many to count.</param>
/// <param name="DeniedFlows">The first of the denied ones, with their titles.</param>
public sealed record FlowsSum(bool HasManifests, int Declared, int Derived, int Denied, int Unclear, long? Undeclared, CanvasOverlay Overlay, IReadOnlyList<(Guid Flow, string Title)> DeniedFlows)
{
    /// <summary>Marked flows that go to the browser at once.</summary>
    private const int MostMarked = 2_000;

    private const int MostNamed = 20;

    /// <summary>What is not drawn, in words; null where everything is.</summary>
    public string? LeftOut => Undeclared is not { } total ? $"Of the lines that are allowed but not declared, {Overlay.Edges.Length} are drawn; choose a component to see its own."
        : total > Overlay.Edges.Length ? $"Of the {total} lines that are allowed but not declared, {Overlay.Edges.Length} are drawn; choose a component to see its own."
        : null;

    /// <summary>What each cluster said, together.</summary>
    /// <param name="starts">What was chosen.</param>
    public static FlowsSum Of(ModelContent content, IReadOnlyList<(ImmutableArray<FlowStanding> Flows, Undeclared Undeclared)> clusters, IReadOnlySet<Guid> starts)
    {
        var marked = clusters.SelectMany(cluster => cluster.Flows).DistinctBy(flow => flow.Id).ToDictionary(flow => flow.Id, flow => flow.Standing, StringComparer.Ordinal);
        var free = content.All<Flow>().Where(flow => !marked.ContainsKey($"{flow.Id}")).ToLookup(flow => flow.Origins.Count > 0);
        var denied = marked.Where(flow => flow.Value == "denied").Select(flow => Guid.Parse(flow.Key)).ToList();
        return new(
            clusters.Count > 0, free[false].Count(), free[true].Count(), denied.Count, marked.Count - denied.Count,
            clusters.Any(cluster => cluster.Undeclared.Total is null) ? null : clusters.Sum(cluster => cluster.Undeclared.Total),
            new(
                "flows", Standing: true, [.. clusters.SelectMany(cluster => cluster.Flows).OrderBy(flow => flow.Standing != "denied").Take(MostMarked)],
                [.. clusters.SelectMany(cluster => cluster.Undeclared.Edges).Take(Overlays.Undeclared.Most)], null, [.. starts.Select(id => $"{id}")]),
            [.. denied.Take(MostNamed).Select(flow => (flow, EntityTitles.Title(content, EntityRef.To(new Id<Flow>(flow)))))]);
    }
}
