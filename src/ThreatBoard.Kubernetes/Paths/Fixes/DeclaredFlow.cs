using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>A flow that manifests tell of: from another workload, or from outside.</summary>
/// <param name="From">Null: from outside.</param>
/// <param name="Port">Of the pod; null: nobody says which.</param>
public sealed record DeclaredFlow(Workload? From, Protocol Protocol, int? Port)
{
    public override string ToString() => $"{(From is { } from ? $"{from.Namespace}/{from.Name}" : "outside")}{(Port is { } port ? $" on {port}" : "")}";
}
