namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What a rule says about the traffic it speaks of; unclear where its action is none that exists.</summary>
public enum Ruling { Admit, Deny, Pass, Unclear }
