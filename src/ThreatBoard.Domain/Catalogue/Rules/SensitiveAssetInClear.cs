using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue.Rules;

/// <summary>Confidential data in clear is disclosed to everybody along the way, even inside one boundary.</summary>
public sealed class SensitiveAssetInClear : IThreatRule<ModelGraph>
{
    public RuleCard Card { get; } = new(
        Code: "FLOW-008",
        Title: "Confidential asset carried unencrypted",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "One listener inside the boundary, such as a compromised neighbour on the same node, is enough to lose the data.",
        Mitigations:
        [
            "Encrypt the flow with TLS.",
            "Do not send what the receiver does not need.",
        ],
        Cwe: 311,
        Attack: ["T1040"]);

    public IEnumerable<Finding> Examine(ModelGraph graph) =>
        from flow in graph.Flows
        where !flow.IsEncrypted()
        let asset = graph.Carried(flow).Where(a => a.IsSensitive() is not Fact.No).MaxBy(a => a.Classification)
        where asset is not null
        select (asset.IsSensitive(), flow.Transport.Encryption) switch
        {
            (Fact.Unknown, _) => Card.CannotTell(flow, $"It carries {asset.Name}, which nobody classified.", flow.Evidence),
            (_, Encryption.Unknown) => Card.CannotTell(flow, $"It carries {asset.Name}, and nobody said whether it is encrypted.", flow.Evidence),
            _ => Card.On(flow, $"It carries {asset.Name} unencrypted.", flow.Evidence),
        };
}
