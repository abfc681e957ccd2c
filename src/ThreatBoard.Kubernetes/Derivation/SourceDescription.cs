namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Where a reading belongs: the cluster it is applied to, and that cluster's environment.</summary>
public sealed record SourceDescription(string Cluster, string Environment, string Name);
