namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>A value of a manifest with the line it stands on; immutable, and free of credentials once the reader gave it out.</summary>
public abstract class TreeNode(int line)
{
    /// <summary>1-based line in the file the object was read from.</summary>
    public int Line { get; } = line;

    /// <summary>The same values in the same order, wherever they stand; trees are never deeper than a reading's budget.</summary>
    public bool IsSameAs(TreeNode other) => (this, other) switch
    {
        (TreeScalar one, TreeScalar two) => one.Kind == two.Kind && one.Text == two.Text,
        (TreeList one, TreeList two) => one.Items.Length == two.Items.Length && one.Items.Zip(two.Items).All(pair => pair.First.IsSameAs(pair.Second)),
        (TreeMap one, TreeMap two) => one.Entries.Count == two.Entries.Count
            && one.Entries.Zip(two.Entries).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.IsSameAs(pair.Second.Value)),
        _ => false,
    };
}
