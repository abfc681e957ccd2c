namespace ThreatBoard.Kubernetes.NetworkPolicies;

/// <summary>When a cluster-scoped policy is asked: before the NetworkPolicies, or after them where none isolates.</summary>
public enum PolicyTier { Admin, Baseline }
