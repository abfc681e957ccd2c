namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Values by key, in ordinal order of the keys, so that equal maps are stored as equal bytes.</summary>
public sealed class TreeMap : TreeNode
{
    private readonly KeyValuePair<string, TreeNode>[] _entries;

    /// <param name="line">1-based line of the first key.</param>
    /// <param name="entries">Sorted by key, ordinal, without duplicates; the map takes the array over.</param>
    internal TreeMap(int line, KeyValuePair<string, TreeNode>[] entries) : base(line) => _entries = entries;

    public static TreeMap Empty { get; } = new(0, []);

    public IReadOnlyList<KeyValuePair<string, TreeNode>> Entries => _entries;

    public TreeNode? this[string key] => Find(key) is >= 0 and var at ? _entries[at].Value : null;

    /// <summary>Sorts what was read; of a key that stands twice the last one wins, as in Kubernetes.</summary>
    internal static TreeMap From(int line, List<KeyValuePair<string, TreeNode>> read, Action<string, int>? onDuplicate = null)
    {
        var order = new int[read.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var sorted = new KeyValuePair<string, TreeNode>[read.Count];
        Array.Sort(order, (a, b) => string.CompareOrdinal(read[a].Key, read[b].Key) is not 0 and var by ? by : a - b);
        var count = 0;
        foreach (var index in order)
        {
            if (count > 0 && sorted[count - 1].Key == read[index].Key)
            {
                onDuplicate?.Invoke(read[index].Key, read[index].Value.Line);
                count--;
            }
            sorted[count++] = read[index];
        }
        if (count < sorted.Length) Array.Resize(ref sorted, count);
        return new(line, sorted);
    }

    private int Find(string key)
    {
        var (low, high) = (0, _entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_entries[middle].Key, key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
