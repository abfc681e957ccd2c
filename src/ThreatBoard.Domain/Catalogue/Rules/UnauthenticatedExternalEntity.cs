using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Whoever is not asked who they are can claim to be anybody.</summary>
public sealed class UnauthenticatedExternalEntity : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "EXTERNAL-001",
        Title: "External entity calls without authentication",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Everybody outside can do what this flow does, in anybody's name.",
        Mitigations:
        [
            "Authenticate users with OAuth or OpenID Connect, systems with mutual TLS or tokens.",
            "Where the service is meant for everybody, accept this and limit what it does.",
        ],
        Cwe: 306,
        Attack: ["T1190"],
        Actor: ActorKind.ExternalAttacker);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        let caller = graph.From(flow)
        let called = graph.To(flow)
        where caller.Kind is ComponentKind.ExternalEntity && called.Kind is not ComponentKind.ExternalEntity
        where flow.Transport.Authentication is Authentication.None or Authentication.Unknown
        select flow.Transport.Authentication is Authentication.Unknown
            ? Card.CannotTell(flow, $"Nobody said whether {called.Name} authenticates {caller.Name}.", flow.Evidence)
            : Card.On(flow, $"{called.Name} does not authenticate {caller.Name}.", flow.Evidence);
}
