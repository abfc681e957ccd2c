using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Behind the place where TLS ends, the rest of the way is in clear.</summary>
public sealed class TlsEndsBeforeReceiver : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-004",
        Title: "TLS ends before the receiver",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "From the proxy, ingress or load balancer onward the data runs in clear through a boundary that the user believes protected.",
        Mitigations:
        [
            "Encrypt again from there to the receiver, or let TLS pass through to it.",
            "Keep the place where TLS ends inside the receiver's own boundary.",
        ],
        Cwe: 319,
        Attack: ["T1040"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where flow.IsEncrypted() && flow.Transport.TlsEnds is not TlsEnd.Receiver
        let crossed = graph.Crossings(flow)
        where crossed.Any
        select flow.Transport.TlsEnds is TlsEnd.Unknown
            ? Card.CannotTell(flow, $"It crosses {crossed.Outermost.Name}, and nobody said where its TLS ends.", flow.Evidence)
            : Card.On(flow, $"It crosses {crossed.Outermost.Name}, and its TLS ends at the {Place(flow.Transport.TlsEnds)}.", flow.Evidence);

    private static string Place(TlsEnd end) => end is TlsEnd.LoadBalancer ? "load balancer" : end.ToString().ToLowerInvariant();
}
