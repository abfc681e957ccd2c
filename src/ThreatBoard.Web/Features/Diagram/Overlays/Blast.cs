using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>Asks the attack graph of one cluster what a choice reaches, or who reaches it.</summary>
public static class Blast
{
    /// <summary>Components of a boundary that are asked one by one; of larger ones the rest is left out.</summary>
    private const int MostStarts = 60;

    /// <summary>Things of the picture that go to the browser as lit.</summary>
    private const int MostLit = 3_000;

    /// <summary>Null where nothing of the choice is in this cluster.</summary>
    public static BlastSum? Of(ClusterLook look, OverlayChoice choice)
    {
        var graph = look.Cluster.Attack;
        var starts = Starts(look, choice).ToList();
        // An account that leads nowhere is none of the graph's.
        if (starts.Count == 0 && choice.Account?.IsIn(look) is not true) return null;
        var asked = starts.Take(MostStarts).Select(start => choice.IsBackwards ? Backwards(graph, start) : Forwards(graph, start)).ToList();
        var gains = asked.SelectMany(one => one.Gains).Where(gain => !starts.Contains(gain.Node)).GroupBy(gain => gain.Node).Select(same => same.MinBy(gain => gain.Steps)!).OrderBy(gain => gain.Steps).ToList();
        var assets = graph.Assets.ToHashSet();
        var path = choice.Goal is { } goal && graph.Find(goal) is { } end ? asked.Select(one => one.Path(end)).OfType<AttackPath>().MinBy(way => way.Steps.Count) : null;
        return new(
            [.. gains.OrderBy(gain => !assets.Contains(gain.Node)).Take(BlastSum.Most).OrderBy(gain => gain.Steps).ThenBy(gain => gain.Node.Index).Select(gain => new BlastGain(gain.Node.Key, gain.Node.Name, gain.Steps, assets.Contains(gain.Node)))],
            gains.Count,
            path is null ? [] : [.. path.Steps.Select(step => Told(look, step))],
            graph.IsCut || starts.Count > MostStarts,
            new("reach", Standing: false, [], path is null ? [] : [.. Drawn(look, path).Select(drawn => drawn.Edge)], Lit(look, starts.Concat(gains.Select(gain => gain.Node))), [.. starts.SelectMany(start => Ids(look, start)).Distinct(StringComparer.Ordinal)]))
        {
            Ends = path is { Steps.Count: > 0 } ? (path.Start.Key, path.End.Key) : null,
        };
    }

    /// <summary>What a choice reaches once controls are switched on, and the steps of its path as it was that are cut by them.</summary>
    /// <param name="after">The same cluster with the controls.</param>
    /// <param name="was">The path that was shown.</param>
    /// <param name="cut">The number of its first step that is cut; all after it are cut off with it.</param>
    public static CanvasOverlay? After(ClusterLook after, OverlayChoice choice, AttackPath was, int cut)
    {
        if (Of(after, choice)?.Overlay is not { } left) return null;
        var steps = Drawn(after, was).ToLookup(drawn => drawn.Step < cut, drawn => drawn.Edge);
        ImmutableArray<ExtraEdge> held = left.Edges.IsEmpty ? [.. steps[true]] : left.Edges;
        var lost = steps[false].Where(edge => !held.Any(other => (other.Source, other.Target) == (edge.Source, edge.Target)));
        return left with { Edges = [.. held, .. lost.Select(edge => edge with { Kind = "cut" })] };
    }

    private static (IReadOnlyList<Gain> Gains, Func<AttackNode, AttackPath?> Path) Forwards(AttackGraph graph, AttackNode start)
    {
        var radius = graph.From(start);
        return (radius.Reached, radius.PathTo);
    }

    private static (IReadOnlyList<Gain> Gains, Func<AttackNode, AttackPath?> Path) Backwards(AttackGraph graph, AttackNode asset)
    {
        var approaches = graph.To(asset);
        return (approaches.From, approaches.PathFrom);
    }

    /// <summary>The internet where nothing was chosen; an actor is where it starts.</summary>
    private static IEnumerable<AttackNode> Starts(ClusterLook look, OverlayChoice choice)
    {
        if (choice.Account is { } account) return account.IsIn(look) && look.Cluster.Attack.Find(account.Key) is { } node ? [node] : [];
        var actor = choice.From is { } chosen ? look.Content.Find(chosen) as Actor : null;
        if (choice.From is null || actor is { StartsAt: null, Kind: ActorKind.ExternalAttacker }) return [look.Cluster.Attack.Internet];
        var from = actor?.StartsAt is { } place ? EntityRef.To(place) : choice.From;
        return Members.Of(look.Content, from).Order().Select(id => look.Content.Find<Component>(id)).OfType<Component>().SelectMany(component => component.Origins)
            .Select(origin => look.Cluster.Attack.Find(origin.Key)).OfType<AttackNode>().Distinct();
    }

    private static BlastStep Told(ClusterLook look, AttackStep step) => new(
        step.From.Name, step.To.Name, step.Because, [.. step.Evidence.Select(seen => (look.Cluster.Find(seen.Object) is { } at ? Place.Of(at) : null, seen))]);

    /// <summary>Steps between what is drawn, numbered; steps of what no element stands for are in the list alone.</summary>
    private static IEnumerable<(int Step, ExtraEdge Edge)> Drawn(ClusterLook look, AttackPath path)
    {
        var last = Ids(look, path.Start).FirstOrDefault();
        foreach (var (step, number) in path.Steps.Select((step, at) => (step, at + 1)))
        {
            if (Ids(look, step.To).FirstOrDefault() is not { } next) continue;
            if (last is not null && last != next) yield return (number, new(last, next, $"{number}", "step"));
            last = next;
        }
    }

    private static string[] Lit(ClusterLook look, IEnumerable<AttackNode> nodes) => [.. nodes.SelectMany(node => Ids(look, node)).Distinct(StringComparer.Ordinal).Take(MostLit)];

    /// <summary>What stands for the node on the picture; a pod for the first of its containers.</summary>
    private static IEnumerable<string> Ids(ClusterLook look, AttackNode node) =>
        node.Container is { } container ? look.Subjects.Container(container) is { } component ? [$"{component.Id}"] : []
        : node.Kind is NodeKind.Pod && node.Workload is { } workload ? look.ComponentOf(workload) is { } first ? [$"{first.Id}"] : []
        : look.Find(node.Key) is { } element ? [$"{element}"] : [];
}
