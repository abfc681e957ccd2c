using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Analysis;

public sealed class CrossingProperties
{
    [Fact]
    public void Crossings_agree_with_trying_every_place_of_every_instance() => Models.All(model =>
    {
        foreach (var content in new[] { model.Content, model.Edited() })
        {
            var graph = new ModelGraph(content);
            var naive = new NaiveCrossings(content);
            foreach (var flow in graph.Flows) Assert.Equal(naive.Of(flow), graph.Crossings(flow).Boundaries.Select(b => b.Id).ToHashSet());
        }
    });

    [Fact]
    public void The_outermost_crossed_boundary_lies_in_no_other_that_is_crossed() => Models.All(model =>
    {
        var graph = new ModelGraph(model.Content);
        foreach (var crossing in graph.Flows.Select(graph.Crossings).Where(c => c.Any))
            Assert.All(crossing.Boundaries, other => Assert.NotEqual(Lies.Inside, graph.Containment.Of(crossing.Outermost, other.Id)));
    });

    [Fact]
    public void Containment_stays_acyclic_under_any_merge() => Models.All(model =>
    {
        var dice = model.Dice;
        var zones = Enumerable.Range(0, 2 + model.Size).Select(_ => new Boundary { Id = new(dice.Id()), Name = "zone", Kind = BoundaryKind.Custom }).ToList();
        var origin = ModelContent.Empty.With(zones);
        var theirs = Moved(origin, dice);
        var merged = Merge.Of(theirs, Comparison.Between(origin, Moved(origin, dice)));
        var after = theirs.Apply(merged.Changes);
        Assert.Equal(IsAcyclic(after), Invariants.Check(after, merged.Changes).IsEmpty);
    });

    /// <summary>A few moves, each of which keeps this author's own state acyclic.</summary>
    private static ModelContent Moved(ModelContent content, Dice dice)
    {
        foreach (var zone in dice.Shuffled(content.All<Boundary>()))
        {
            var moved = content.With(zone with { Zone = dice.OneOf([.. content.All<Boundary>()]).Id });
            if (dice.Chance(60) && IsAcyclic(moved)) content = moved;
        }

        return content;
    }

    /// <summary>Takes away whatever lies in nothing that is left, until nothing is left or nothing can go.</summary>
    private static bool IsAcyclic(ModelContent content)
    {
        var left = content.All<Boundary>().ToDictionary(b => b.Id, b => b.Zone);
        while (left.Count > 0)
        {
            var free = left.Where(pair => pair.Value is not { } zone || !left.ContainsKey(zone)).Select(pair => pair.Key).ToList();
            if (free.Count == 0) return false;
            foreach (var id in free) left.Remove(id);
        }

        return true;
    }
}
