using YamlDotNet.Core;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>A map or list that is still being read; stands on the builder's own stack, so nesting never costs call stack.</summary>
internal sealed class TreeFrame(int line, AnchorName anchor, bool isMap)
{
    public int Line { get; } = line;

    public AnchorName Anchor { get; } = anchor;

    public bool IsMap { get; } = isMap;

    public List<KeyValuePair<string, TreeNode>> Entries { get; } = [];

    public List<TreeNode> Items { get; } = [];

    public List<TreeNode>? Merged { get; set; }

    public string? Key { get; set; }

    public bool KeyIsMerge { get; set; }

    /// <summary>This node and all below it, aliases expanded.</summary>
    public long Size { get; set; } = 1;

    public bool AwaitsKey => IsMap && Key is null && !KeyIsMerge;

    public void Add(TreeNode node)
    {
        if (!IsMap) Items.Add(node);
        else if (KeyIsMerge) (Merged ??= []).Add(node);
        else Entries.Add(new(Key!, node));
        Key = null;
        KeyIsMerge = false;
    }
}
