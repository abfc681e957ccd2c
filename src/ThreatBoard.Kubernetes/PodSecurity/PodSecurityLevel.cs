namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>The levels of the Pod Security Standards, the most permissive first.</summary>
public enum PodSecurityLevel { Privileged, Baseline, Restricted }
