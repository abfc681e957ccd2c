namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Command-line flags of a container: <c>--name=value</c>, <c>--name value</c> or <c>--name</c> alone.</summary>
public sealed class Flags
{
    private readonly Dictionary<string, (string Value, Cursor At)> _flags = new(StringComparer.Ordinal);

    public Flags(Container container)
    {
        string? open = null;
        foreach (var argument in container.At["command"].Items.Concat(container.At["args"].Items))
        {
            var text = argument.Text ?? "";
            if (!text.StartsWith("--", StringComparison.Ordinal))
            {
                if (open is not null) _flags[open] = (text, argument);
                open = null;
                continue;
            }
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            open = cut < 0 ? text : null;
            _flags[cut < 0 ? text : text[..cut]] = (cut < 0 ? "true" : text[(cut + 1)..], argument);
        }
    }

    /// <summary>The value of the last one of this name, <c>true</c> where it stands alone; null where it is not there.</summary>
    public string? this[string name] => _flags.TryGetValue(name, out var flag) ? flag.Value : null;

    public Cursor? At(string name) => _flags.TryGetValue(name, out var flag) ? flag.At : null;

    public bool Has(string name) => _flags.ContainsKey(name);

    /// <summary>Whether a comma-separated value holds the item.</summary>
    public bool Lists(string name, string item) => this[name]?.Split(',', StringSplitOptions.TrimEntries).Contains(item, StringComparer.Ordinal) == true;
}
