using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>A workload behind a port of a Service.</summary>
/// <param name="Port">The port of the pod; null where its name is declared by none of its containers.</param>
public sealed record ServiceTarget(Workload Workload, ServicePort Of, Protocol Protocol, int? Port);
