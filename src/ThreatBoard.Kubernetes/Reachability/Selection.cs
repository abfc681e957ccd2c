namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What a selector selects: surely, and at most, where some labels are not known.</summary>
/// <param name="Sure">What it selects whatever the unknown labels are.</param>
/// <param name="Maybe">What it selects for some of them; holds all of the sure.</param>
internal sealed record Selection(IndexSet Sure, IndexSet Maybe)
{
    public static Selection Nothing(int size) => new(new(size), new(size));

    public static Selection Everything(int size) => new(IndexSet.Full(size), IndexSet.Full(size));

    public Selection And(Selection other)
    {
        Sure.IntersectWith(other.Sure);
        Maybe.IntersectWith(other.Maybe);
        return this;
    }

    public Selection Or(Selection other)
    {
        Sure.UnionWith(other.Sure);
        Maybe.UnionWith(other.Maybe);
        return this;
    }
}
