using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Makes trees of parser events, on its own stack and within the budget; never recurses and never builds more than was paid for.</summary>
internal sealed class TreeBuilder(BudgetMeter meter, StringPool pool, int lineOffset, Action<int, string, string> warn)
{
    private readonly Stack<TreeFrame> _open = [];
    private readonly Dictionary<AnchorName, (TreeNode Node, long Size)> _anchors = [];
    private TreeNode? _root;
    private int _aliases;
    private long _expanded;

    /// <summary>Set when the document had to be given up.</summary>
    public DocumentFault? Fault { get; private set; }

    /// <summary>Reads up to the end of the next document; false at the end of the stream or after a fault.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public bool TryBuild(IParser parser, out TreeNode? root)
    {
        _open.Clear();
        _anchors.Clear();
        (_root, _aliases, _expanded) = (null, 0, 0);
        while (Fault is null && parser.MoveNext())
        {
            if (!meter.TakeEvent()) Fault = DocumentFault.Exhausted(LineOf(parser.Current!));
            else if (parser.Current is DocumentEnd)
            {
                root = _root;
                return true;
            }
            else Take(parser.Current!);
        }
        root = null;
        return false;
    }

    private int LineOf(ParsingEvent read) => (int)read.Start.Line + lineOffset;

    private void Take(ParsingEvent read)
    {
        switch (read)
        {
            case Scalar scalar: TakeScalar(scalar); break;
            case MappingStart map: Open(map, isMap: true); break;
            case SequenceStart list: Open(list, isMap: false); break;
            case MappingEnd or SequenceEnd: Close(); break;
            case AnchorAlias alias: TakeAlias(alias); break;
        }
    }

    private void Open(NodeEvent start, bool isMap)
    {
        var line = LineOf(start);
        if (_open.TryPeek(out var parent) && parent.AwaitsKey) Fault = DocumentFault.KeyIsNotText(line);
        else if (_open.Count >= meter.Budget.Depth) Fault = DocumentFault.TooDeep(line, meter.Budget.Depth);
        else if (!meter.TakeNode()) Fault = DocumentFault.Exhausted(line);
        else _open.Push(new(line, start.Anchor, isMap));
    }

    private void Close()
    {
        var frame = _open.Pop();
        TreeNode node = frame.IsMap ? CloseMap(frame) : new TreeList(frame.Line, [.. frame.Items]);
        Remember(frame.Anchor, node, frame.Size);
        Add(node, frame.Size);
    }

    private TreeMap CloseMap(TreeFrame frame)
    {
        if (frame.Merged is not null) Merge(frame);
        return TreeMap.From(frame.Line, frame.Entries, (key, line) =>
            warn(line, $"The key '{key}' stands twice in one map; the last one counts.", "Remove the other one."));
    }

    /// <summary>YAML 1.1 merge keys: what the map says itself wins, then the first map that is merged.</summary>
    private void Merge(TreeFrame frame)
    {
        var own = frame.Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var source in frame.Merged!.SelectMany(m => m is TreeList list ? list.Items.AsEnumerable() : [m]))
        {
            if (source is not TreeMap map)
            {
                Fault ??= DocumentFault.MergeOfNoMap(frame.Line);
                return;
            }
            foreach (var entry in map.Entries)
                if (own.Add(entry.Key)) frame.Entries.Add(entry);
        }
    }

    private void TakeScalar(Scalar scalar)
    {
        var line = LineOf(scalar);
        if (_open.TryPeek(out var frame) && frame.AwaitsKey)
        {
            if (scalar is { Value: "<<", Style: ScalarStyle.Plain }) frame.KeyIsMerge = true;
            else frame.Key = pool.Share(Resolve(scalar, line).Text);
            if (frame.Entries.Count >= meter.Budget.Keys) Fault = DocumentFault.TooManyKeys(line, meter.Budget.Keys);
            Remember(scalar.Anchor, new TreeScalar(line, frame.Key ?? "<<"), 1);
            return;
        }
        if (!meter.TakeNode()) Fault = DocumentFault.Exhausted(line);
        var node = Resolve(scalar, line);
        Remember(scalar.Anchor, node, 1);
        Add(node, 1);
    }

    private TreeScalar Resolve(Scalar scalar, int line)
    {
        var tag = scalar.Tag.IsEmpty ? null : scalar.Tag.Value;
        var (kind, text) = ScalarResolver.Resolve(scalar.Value, scalar.Style == ScalarStyle.Plain, tag);
        if (kind == ScalarKind.Text && StoredText.Clean(text) is var clean && !ReferenceEquals(clean, text))
        {
            warn(line, "A value holds characters that no text can store (NUL or half a surrogate pair); each was replaced by \uFFFD.", "Remove them.");
            text = clean;
        }
        return new(line, pool.Share(text), kind);
    }

    private void TakeAlias(AnchorAlias alias)
    {
        var line = LineOf(alias);
        if (++_aliases > meter.Budget.Aliases) Fault = DocumentFault.TooManyAliases(line, meter.Budget.Aliases);
        else if (!_anchors.TryGetValue(alias.Value, out var target)) Fault = DocumentFault.UnknownAlias(line);
        else if ((_expanded += target.Size) > meter.Budget.ExpandedNodes) Fault = DocumentFault.AliasBomb(line, meter.Budget.ExpandedNodes);
        else if (!meter.TakeNodes((int)target.Size)) Fault = DocumentFault.Exhausted(line);
        else if (!_open.TryPeek(out var frame) || !frame.AwaitsKey) Add(target.Node, target.Size);
        else if (target.Node is TreeScalar key) frame.Key = key.Text;
        else Fault = DocumentFault.KeyIsNotText(line);
    }

    private void Remember(AnchorName anchor, TreeNode node, long size)
    {
        if (anchor.IsEmpty) return;
        _anchors[anchor] = (node, size);
        if (_anchors.Count > meter.Budget.Aliases) Fault ??= DocumentFault.TooManyAliases(node.Line, meter.Budget.Aliases);
    }

    private void Add(TreeNode node, long size)
    {
        if (!_open.TryPeek(out var parent))
        {
            _root = node;
            return;
        }
        parent.Size += size;
        parent.Add(node);
    }
}
