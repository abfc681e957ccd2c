using System.Runtime.CompilerServices;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Tells pairs of outcomes apart by identity, which is cheap, where equal ones would do no harm.</summary>
internal sealed class ReferencePairs : IEqualityComparer<(Outcome, Outcome)>
{
    public static ReferencePairs Instance { get; } = new();

    public bool Equals((Outcome, Outcome) x, (Outcome, Outcome) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

    public int GetHashCode((Outcome, Outcome) pair) => HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Item1), RuntimeHelpers.GetHashCode(pair.Item2));
}
