using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Patches;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Something to switch on that cuts edges of the attack graph, with the patches that do it.</summary>
/// <param name="Key">The same for the same fix of the same thing.</param>
/// <param name="Title">What to do, in a few words.</param>
/// <param name="Why">What it cuts.</param>
public abstract record Fix(string Key, string Title, string Why)
{
    /// <summary>Empty where the kind of object has no patch that is sure to apply.</summary>
    public abstract ImmutableArray<Patch> Patches { get; }

    /// <summary>It takes away a way in that the manifests open on purpose, so it comes last.</summary>
    public virtual bool ClosesDeclaredFlow => false;

    /// <summary>Fixes that change least come first among sets of equal size.</summary>
    internal virtual int Rank => 0;

    internal abstract bool Cuts(AttackEdge edge, AttackGraph graph);

    /// <summary>Ways that stay open although an edge that they share with others is cut.</summary>
    internal virtual IEnumerable<AttackEdge> Keeps(AttackGraph graph) => [];

    public virtual bool Equals(Fix? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Title;
}
