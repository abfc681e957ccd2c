using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Gives a pod a network of its own, which policies may guard, and a policy where none does.</summary>
/// <param name="Guard">Null where a policy isolates the pods already, or none can be written.</param>
public sealed record LeaveHostNetwork(Workload Workload, AdmitDeclared? Guard) : Fix(
    $"network:{Workload.Key}", $"Take the pods of {Workload.Namespace}/{Workload.Name} off the network of their node", $"They no longer have their node's place in the network{(Guard is null ? "" : ", and only declared flows are let in")}.")
{
    public override ImmutableArray<Patch> Patches => [PatchText.ChangePod(Workload, YamlTree.Map(("hostNetwork", YamlTree.Flag(false)))), .. Guard?.Patches ?? []];

    internal override int Rank => 1;

    public bool Equals(LeaveHostNetwork? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) => edge.Reason is { Code: EdgeCodes.HostNetwork, Pod: { } pod } && pod == Workload;
}
