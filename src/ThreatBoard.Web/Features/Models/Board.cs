using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Models;

/// <summary>One threat on a board.</summary>
public sealed record BoardThreat(Guid Id, string Title, string Subject, Stride Category, ThreatStatus Status, int Score);

/// <summary>How many open threats something has, and the worst residual score among them.</summary>
public sealed record BoardCount(string Name, int Open, int Worst, string Filter);

/// <summary>What the board of a model shows, reckoned from its content alone.</summary>
/// <param name="Heat">Open threats by residual rating.</param>
/// <param name="Unrated">Open threats that nobody and no rule has rated.</param>
/// <param name="Riskiest">The five worst open threats.</param>
/// <param name="Boundaries">Open threats about a boundary or what lies directly or deeper in it, the worst first.</param>
public sealed record Board(
    int Components, int Flows, int Crossings, int Open, int Treated, int Total, int Unrated, int OpenMitigations,
    ImmutableDictionary<Rating, int> Heat, ImmutableArray<BoardThreat> Riskiest,
    ImmutableArray<(ThreatStatus Status, int Count)> Statuses, ImmutableArray<BoardCount> Categories, ImmutableArray<BoardCount> Boundaries)
{
    public static Board Of(ModelContent content)
    {
        var states = ThreatState.OfAll(content);
        var graph = ModelGraph.Of(content);
        var open = content.All<Threat>().Where(threat => states[threat.Id].Status.IsOpen()).ToList();
        return new(
            graph.Components.Count,
            graph.Flows.Count,
            graph.Flows.Count(flow => graph.Crossings(flow).Any),
            open.Count,
            states.Values.Count(state => !state.Status.IsOpen()),
            states.Count,
            open.Count(threat => states[threat.Id].Residual is null),
            content.All<Mitigation>().Count(mitigation => !mitigation.IsDone),
            open.Select(threat => states[threat.Id].Residual).OfType<Rating>().CountBy(rating => rating).ToImmutableDictionary(),
            [.. open.Select(threat => Line(content, threat, states[threat.Id])).OrderByDescending(line => line.Score).ThenBy(line => line.Id).Take(5)],
            [.. states.Values.CountBy(state => state.Status).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))],
            [.. Enum.GetValues<Stride>().Select(category => Count(category.Word(), $"stride:{category}", open.Where(t => t.Category == category), states))],
            [.. ByBoundary(graph, open, states).OrderByDescending(count => count.Worst).ThenByDescending(count => count.Open).Take(8)]);
    }

    public static BoardThreat Line(ModelContent content, Threat threat, ThreatState state) =>
        new(threat.Id.Value, threat.Title, content.SubjectTitle(threat.Subject), threat.Category, state.Status, state.ResidualScore);

    private static BoardCount Count(string name, string filter, IEnumerable<Threat> threats, IReadOnlyDictionary<Id<Threat>, ThreatState> states)
    {
        var scores = threats.Select(threat => states[threat.Id].ResidualScore).ToList();
        return new(name, scores.Count, scores.DefaultIfEmpty().Max(), $"status:open {filter}");
    }

    private static IEnumerable<BoardCount> ByBoundary(ModelGraph graph, List<Threat> open, IReadOnlyDictionary<Id<Threat>, ThreatState> states)
    {
        var bySubject = open.ToLookup(threat => threat.Subject.Ref);
        foreach (var boundary in graph.Boundaries)
        {
            var within = graph.Components.Where(component => graph.Containment.Of(component, boundary.Id) != default).Select(EntityRef.To)
                .Append(EntityRef.To(boundary)).SelectMany(element => bySubject[element]).ToList();
            if (within.Count > 0)
                yield return Count(boundary.Name, $"subject:\"{boundary.Name}\"", within, states);
        }
    }
}
