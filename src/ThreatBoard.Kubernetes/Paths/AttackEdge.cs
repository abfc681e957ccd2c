namespace ThreatBoard.Kubernetes.Paths;

/// <summary>One edge: what holding the first thing leads to.</summary>
/// <param name="Reason">Null: they are the same to an attacker, or a junction; such an edge is no step.</param>
public readonly record struct AttackEdge(int From, int To, EdgeReason? Reason)
{
    public bool IsStep => Reason is not null;
}
