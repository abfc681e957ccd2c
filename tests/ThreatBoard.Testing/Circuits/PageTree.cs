namespace ThreatBoard.Testing.Circuits;

/// <summary>The page as a browser would have it, kept up by render batches. One thread at a time.</summary>
public sealed class PageTree
{
    private readonly Dictionary<int, PageNode> _components = [];
    private readonly List<PageNode> _roots = [];

    /// <summary>Every node, in the order of the page.</summary>
    public IEnumerable<PageNode> All => _roots.SelectMany(root => root.Inside());

    public string Text => string.Concat(_roots.Select(root => root.InnerText));

    /// <summary>Elements of a name.</summary>
    public IEnumerable<PageNode> Elements(string name) => All.Where(node => node.Element == name);

    /// <summary>The first button with these words, or whose label is these words.</summary>
    public PageNode? Button(string words) => Elements("button").FirstOrDefault(button => button["aria-label"] == words || button.InnerText.Trim() == words);

    /// <summary>The first element of a name that is labelled so.</summary>
    public PageNode? Labelled(string element, string label) => Elements(element).FirstOrDefault(node => node["aria-label"] == label);

    /// <summary>Whether the node is still on the page.</summary>
    public bool Holds(PageNode node)
    {
        while (node.Parent is { } parent) node = parent;
        return _roots.Contains(node);
    }

    internal void Attach(int component)
    {
        if (_components.ContainsKey(component)) return;
        var root = new PageNode(component);
        _components[component] = root;
        _roots.Add(root);
    }

    internal void Apply(RenderBatch batch)
    {
        foreach (var (component, edits) in batch.Components())
        {
            Attach(component);
            Apply(batch, _components[component], component, edits);
        }

        foreach (var gone in batch.DisposedComponents())
        {
            if (_components.Remove(gone, out var node)) _roots.Remove(node);
        }
    }

    private void Apply(RenderBatch batch, PageNode at, int component, IReadOnlyList<RenderEdit> edits)
    {
        var moves = new List<RenderEdit>();
        foreach (var edit in edits)
        {
            switch (edit.Kind)
            {
                case EditKind.PrependFrame: Insert(batch, at, edit.Sibling, component, edit.Other); break;
                case EditKind.RemoveFrame: at.Remove(edit.Sibling); break;
                case EditKind.SetAttribute: at.Children[edit.Sibling].Set(batch.Frame(edit.Other)); break;
                case EditKind.RemoveAttribute: at.Children[edit.Sibling].RemoveAttribute(edit.Removed!); break;
                case EditKind.UpdateText or EditKind.UpdateMarkup: at.Children[edit.Sibling].Text = batch.Frame(edit.Other).Text; break;
                case EditKind.StepIn: at = at.Children[edit.Sibling]; break;
                case EditKind.StepOut: at = at.Parent!; break;
                case EditKind.PermutationListEntry: moves.Add(edit); break;
                case EditKind.PermutationListEnd: Permute(at, moves); break;
            }
        }
    }

    private static void Permute(PageNode at, List<RenderEdit> moves)
    {
        var moved = moves.ConvertAll(move => (move.Other, Node: at.Children[move.Sibling]));
        foreach (var (to, node) in moved) at.Children[to] = node;
        moves.Clear();
    }

    /// <returns>How many children that made.</returns>
    private int Insert(RenderBatch batch, PageNode parent, int at, int component, int index)
    {
        var frame = batch.Frame(index);
        switch (frame.Kind)
        {
            case FrameKind.Region:
                return InsertRange(batch, parent, at, component, index + 1, index + frame.Length);
            case FrameKind.Element:
                InsertElement(batch, parent, at, component, index, frame);
                return 1;
            case FrameKind.Component:
                parent.Insert(at, _components[frame.Component] = new(frame.Component));
                return 1;
            case FrameKind.Text or FrameKind.Markup:
                parent.Insert(at, new(component, text: frame.Text, isMarkup: frame.Kind is FrameKind.Markup));
                return 1;
            default:
                return 0;
        }
    }

    private void InsertElement(RenderBatch batch, PageNode parent, int at, int component, int index, RenderFrame frame)
    {
        var element = new PageNode(component, frame.Text);
        parent.Insert(at, element);
        var inside = index + 1;
        for (; inside < index + frame.Length && batch.Frame(inside) is { Kind: FrameKind.Attribute } attribute; inside++) element.Set(attribute);
        InsertRange(batch, element, 0, component, inside, index + frame.Length);
    }

    private int InsertRange(RenderBatch batch, PageNode parent, int at, int component, int from, int end)
    {
        var made = 0;
        for (var index = from; index < end; index++)
        {
            made += Insert(batch, parent, at + made, component, index);
            var frame = batch.Frame(index);
            if (frame.Kind is FrameKind.Element or FrameKind.Component or FrameKind.Region) index += frame.Length - 1;
        }

        return made;
    }
}
