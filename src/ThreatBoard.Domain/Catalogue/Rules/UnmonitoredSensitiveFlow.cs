using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>What nobody watches, nobody can prove or notice afterwards.</summary>
public sealed class UnmonitoredSensitiveFlow : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-007",
        Title: "Unmonitored flow at the outermost boundary or with confidential data",
        Category: Stride.Repudiation,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "An attack on this path leaves no trace: it is noticed late, and nobody can tell what was taken.",
        Mitigations:
        [
            "Log who called what and when, and keep the log where the caller cannot reach it.",
            "Alert on volumes and times that are unusual.",
        ],
        Cwe: 778,
        Attack: ["T1562.008"],
        Actor: ActorKind.ExternalAttacker);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where flow.Monitored is not Fact.Yes
        let why = Importance(graph, flow)
        where why is not null
        select flow.Monitored is Fact.Unknown
            ? Card.CannotTell(flow, $"It {why}, and nobody said whether it is monitored.", flow.Evidence)
            : Card.On(flow, $"It {why}, and nobody monitors it.", flow.Evidence);

    private static string? Importance(ModelGraph graph, Flow flow)
    {
        if (graph.Carried(flow).FirstOrDefault(asset => asset.IsSensitive() is Fact.Yes) is { } asset) return $"carries {asset.Name}";
        var outermost = graph.Crossings(flow).Boundaries.FirstOrDefault(boundary => graph.Containment.Around(boundary).Count == 0);
        return outermost is null ? null : $"crosses {outermost.Name}, the outermost boundary";
    }
}
