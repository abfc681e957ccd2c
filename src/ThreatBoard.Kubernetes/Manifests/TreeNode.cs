namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>A value of a manifest with the line it stands on; immutable, and free of credentials once the reader gave it out.</summary>
public abstract class TreeNode(int line)
{
    /// <summary>1-based line in the file the object was read from.</summary>
    public int Line { get; } = line;
}
