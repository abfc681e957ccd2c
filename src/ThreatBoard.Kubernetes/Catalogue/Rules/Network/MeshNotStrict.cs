using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Meshes;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>Callers in plain text, without any identity, are still accepted.</summary>
public sealed class MeshNotStrict : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-NET-17",
        Title: "Mesh mTLS not strict",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Callers in plain text, without any identity, are still accepted.",
        Mitigations:
        [
            "Mode STRICT for the whole mesh",
        ],
        Cwe: 306,
        Attack: ["T1557"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K05", "K09"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from policy in cluster.All("PeerAuthentication")
        let weak = Weak(policy, cluster.Mesh).ToList()
        where weak.Count > 0
        select (policy, new Sighting("It leaves callers the choice, or switches mutual TLS off.", [.. weak.Take(10).Select(mode => mode.Evidence)]));

    private static IEnumerable<Cursor> Weak(Cursor policy, Mesh mesh)
    {
        var mode = policy["spec"]["mtls"]["mode"];
        if (mode.Text is "PERMISSIVE" or "DISABLE" || (mode.Text is null or "UNSET" && mesh.Peers.ModeOf(policy.Object.Namespace)?.Text != "STRICT")) yield return mode;
        if (!policy["spec"]["portLevelMtls"].Exists) yield break;
        foreach (var (_, port) in policy["spec"]["portLevelMtls"].Entries)
            if (port["mode"].Text is "DISABLE" or "PERMISSIVE") yield return port["mode"];
    }
}
