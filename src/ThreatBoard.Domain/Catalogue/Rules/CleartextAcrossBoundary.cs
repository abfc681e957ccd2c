using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Whoever sits on the path between two trust zones can read what is not encrypted.</summary>
public sealed class CleartextAcrossBoundary : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-001",
        Title: "Unencrypted flow crosses a trust boundary",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "Between two levels of trust somebody else runs the network: what is sent there in clear can be read and changed on the way.",
        Mitigations:
        [
            "Encrypt with TLS, between services with mutual TLS, and let it end at the receiver.",
            "Leave only the needed path open, so that nobody else stands on it.",
        ],
        Cwe: 319,
        Attack: ["T1040", "T1557"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where !flow.IsEncrypted()
        let crossed = graph.Crossings(flow)
        where crossed.Any
        select flow.Transport.Encryption is Encryption.Unknown
            ? Card.CannotTell(flow, $"It crosses {crossed.Outermost.Name}, and nobody said whether it is encrypted.", flow.Evidence)
            : Card.On(flow, $"It crosses {crossed.Outermost.Name} unencrypted.", flow.Evidence);
}
