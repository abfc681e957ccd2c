namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Keeps one copy of the short strings that manifests repeat by the thousand.</summary>
internal sealed class StringPool
{
    private const int LongestKept = 40;
    private const int MostKept = 20_000;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public string Share(string text)
    {
        if (text.Length > LongestKept) return text;
        if (_kept.TryGetValue(text, out var same)) return same;
        if (_kept.Count < MostKept) _kept.Add(text);
        return text;
    }
}
