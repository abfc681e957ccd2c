namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>A label selector with matchLabels and matchExpressions; an empty one selects everything, an absent one what its reader decides.</summary>
public sealed class LabelSelector
{
    private readonly IReadOnlyDictionary<string, string> _labels;
    private readonly List<(string Key, string Operator, IReadOnlyList<string> Values)> _expressions;

    public LabelSelector(Cursor at)
    {
        _labels = at["matchLabels"].TextMap();
        _expressions = [.. at["matchExpressions"].Items.Select(e => (e["key"].Text ?? "", e["operator"].Text ?? "", e["values"].Texts()))];
    }

    internal IReadOnlyDictionary<string, string> Labels => _labels;

    internal IReadOnlyList<(string Key, string Operator, IReadOnlyList<string> Values)> Expressions => _expressions;

    /// <summary>Equal for selectors that are written alike.</summary>
    internal string Signature => string.Join('\n', _labels.Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal)
        .Concat(_expressions.Select(e => $"{e.Key} {e.Operator} {string.Join(',', e.Values)}")));

    public bool IsEmpty => _labels.Count == 0 && _expressions.Count == 0;

    /// <summary>A label that everything selected must carry; null when only expressions decide.</summary>
    internal KeyValuePair<string, string>? Needed => _labels.Count > 0 ? _labels.First() : null;

    public bool Matches(IReadOnlyDictionary<string, string> labels) =>
        MatchesAll(_labels, labels) && _expressions.TrueForAll(e => Holds(e.Key, e.Operator, e.Values, labels));

    /// <summary>As the selector of a Service matches: every label, exactly.</summary>
    public static bool MatchesAll(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> labels) =>
        wanted.All(w => labels.TryGetValue(w.Key, out var value) && value == w.Value);

    /// <summary>An operator that does not exist matches nothing.</summary>
    private static bool Holds(string key, string @operator, IReadOnlyList<string> values, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(key, out var value);
        return @operator switch
        {
            "In" => has && values.Contains(value, StringComparer.Ordinal),
            "NotIn" => !has || !values.Contains(value, StringComparer.Ordinal),
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }
}
