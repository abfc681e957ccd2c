using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Things with labels, found by selectors without asking each of them; labels of some may be unknown.</summary>
internal sealed class LabelTable
{
    private readonly int _size;
    private readonly IndexSet _incomplete;
    private readonly IndexSet _nameless;
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Value), List<int>> _byLabel = [];

    /// <param name="labels">The known labels of each thing.</param>
    /// <param name="incomplete">Those whose other labels are unknown, not absent.</param>
    /// <param name="nameless">Of the incomplete those whose name is unknown as well.</param>
    public LabelTable(IReadOnlyList<IReadOnlyDictionary<string, string>> labels, IndexSet incomplete, IndexSet nameless)
    {
        (_size, _incomplete, _nameless) = (labels.Count, incomplete, nameless);
        for (var index = 0; index < labels.Count; index++)
            foreach (var (key, value) in labels[index])
            {
                Add(_byKey, key, index);
                Add(_byLabel, (key, value), index);
            }
    }

    public Selection Select(LabelSelector selector)
    {
        var found = Selection.Everything(_size);
        foreach (var (key, value) in selector.Labels) found.And(Known(key, Carrying(key, [value])));
        foreach (var (key, @operator, values) in selector.Expressions) found.And(Holding(key, @operator, values));
        return found;
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int item) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var items)) index[key] = items = [];
        items.Add(item);
    }

    private Selection Holding(string key, string @operator, IReadOnlyList<string> values) => @operator switch
    {
        "In" => Known(key, Carrying(key, values)),
        "NotIn" => Known(key, Carrying(key, values).Rest()),
        "Exists" => Known(key, SetOf(_byKey.GetValueOrDefault(key))),
        "DoesNotExist" => Known(key, SetOf(_byKey.GetValueOrDefault(key)).Rest()),
        _ => Selection.Nothing(_size),
    };

    private Selection Known(string key, IndexSet holding)
    {
        var unknown = key == NamespaceTable.NameLabel ? _nameless : _incomplete;
        return new(holding.Copy().ExceptWith(unknown), holding.UnionWith(unknown));
    }

    private IndexSet Carrying(string key, IReadOnlyList<string> values)
    {
        var carrying = new IndexSet(_size);
        foreach (var value in values)
            foreach (var item in _byLabel.GetValueOrDefault((key, value)) ?? []) carrying.Add(item);
        return carrying;
    }

    private IndexSet SetOf(List<int>? items)
    {
        var set = new IndexSet(_size);
        foreach (var item in items ?? []) set.Add(item);
        return set;
    }
}
