namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Whether traffic gets through; the third answer where what was read does not decide it.</summary>
public enum Reachable { Denied, CannotTell, Allowed }
