using System.Text;

namespace ThreatBoard.Testing.Circuits;

/// <summary>A node of the page as the server rendered it: an element, a text, or a component that holds some.</summary>
public sealed class PageNode
{
    private readonly Dictionary<string, string?> _attributes = [];
    private readonly Dictionary<string, long> _handlers = [];

    internal PageNode(int component, string? element = null, string? text = null, bool isMarkup = false) => (Component, Element, Text, IsMarkup) = (component, element, text, isMarkup);

    /// <summary>The element's name; null for text, markup and components.</summary>
    public string? Element { get; }

    public string? Text { get; internal set; }

    /// <summary>Whether a browser takes the text for markup.</summary>
    public bool IsMarkup { get; }

    /// <summary>The component that rendered it.</summary>
    public int Component { get; }

    public PageNode? Parent { get; private set; }

    public IReadOnlyDictionary<string, string?> Attributes => _attributes;

    /// <summary>Ids of handlers by the event's name, such as <c>click</c>.</summary>
    public IReadOnlyDictionary<string, long> Handlers => _handlers;

    internal List<PageNode> Children { get; } = [];

    public string? this[string attribute] => _attributes.GetValueOrDefault(attribute);

    /// <summary>All text in it, markup as it is.</summary>
    public string InnerText
    {
        get
        {
            var all = new StringBuilder();
            foreach (var node in Inside().Prepend(this)) all.Append(node.Text);
            return all.ToString();
        }
    }

    /// <summary>What lies in it at any depth, in the order of the page.</summary>
    public IEnumerable<PageNode> Inside()
    {
        foreach (var child in Children)
        {
            yield return child;
            foreach (var deeper in child.Inside()) yield return deeper;
        }
    }

    internal void Insert(int at, PageNode child)
    {
        child.Parent = this;
        Children.Insert(at, child);
    }

    internal void Remove(int at)
    {
        Children[at].Parent = null;
        Children.RemoveAt(at);
    }

    internal void Set(RenderFrame attribute)
    {
        if (attribute.Handler > 0 && attribute.Text!.StartsWith("on", StringComparison.Ordinal)) _handlers[attribute.Text[2..]] = attribute.Handler;
        else _attributes[attribute.Text!] = attribute.Value;
    }

    internal void RemoveAttribute(string name)
    {
        _attributes.Remove(name);
        if (name.StartsWith("on", StringComparison.Ordinal)) _handlers.Remove(name[2..]);
    }
}
