using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>A service that asks nobody who they are serves whoever can reach it from the next zone.</summary>
public sealed class UnauthenticatedAcrossBoundary : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-002",
        Title: "Flow crosses a trust boundary without authentication",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "The receiver takes every caller for the one it expects: a single compromised neighbour can speak in its name.",
        Mitigations:
        [
            "Authenticate services to each other with mutual TLS or tokens.",
            "Let NetworkPolicies admit only the callers that are needed.",
        ],
        Cwe: 306,
        Attack: ["T1210"]);

    /// <remarks>Callers from outside have a rule of their own: <see cref="UnauthenticatedExternalEntity"/>.</remarks>
    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where flow.Transport.Authentication is Authentication.None or Authentication.Unknown
        where graph.From(flow).Kind is not ComponentKind.ExternalEntity
        let crossed = graph.Crossings(flow)
        where crossed.Any
        select flow.Transport.Authentication is Authentication.Unknown
            ? Card.CannotTell(flow, $"It crosses {crossed.Outermost.Name}, and nobody said whether the caller is authenticated.", flow.Evidence)
            : Card.On(flow, $"It crosses {crossed.Outermost.Name}, and the caller is not authenticated.", flow.Evidence);
}
