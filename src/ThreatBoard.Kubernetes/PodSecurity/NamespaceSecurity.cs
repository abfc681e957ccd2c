using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>What a namespace enforces upon its pods, and what it could enforce today.</summary>
/// <param name="Enforced">The level its label demands; privileged where it has none, null where the Namespace object was not read.</param>
/// <param name="Version">The version its label names, else the latest.</param>
/// <param name="Strictest">The strictest level that all of its pods would pass, at that version.</param>
/// <param name="Label">Where the level is written, or would be; null where the Namespace object was not read.</param>
public sealed record NamespaceSecurity(string Name, PodSecurityLevel? Enforced, PodSecurityVersion Version, PodSecurityLevel Strictest, Cursor? Label);
