using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Gives a pod no token of its service account: <c>automountServiceAccountToken: false</c>.</summary>
public sealed record WithholdToken(Workload Workload) : Fix(
    $"token:{Workload.Key}",
    $"Mount no token into the pods of {Workload.Namespace}/{Workload.Name}",
    $"Whoever breaks into them is not service account {Workload.ServiceAccount}; not for programs that call the API server.")
{
    public override ImmutableArray<Patch> Patches => [PatchText.ChangePod(Workload, YamlTree.Map(("automountServiceAccountToken", YamlTree.Flag(false))))];

    internal override int Rank => 2;

    public bool Equals(WithholdToken? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) => edge.Reason is { Code: EdgeCodes.Token, Pod: { } pod } && pod == Workload;
}
