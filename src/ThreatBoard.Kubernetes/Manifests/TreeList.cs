using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>A sequence of values.</summary>
public sealed class TreeList(int line, ImmutableArray<TreeNode> items) : TreeNode(line)
{
    public ImmutableArray<TreeNode> Items { get; } = items;
}
