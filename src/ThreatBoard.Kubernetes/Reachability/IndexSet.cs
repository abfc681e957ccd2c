using System.Numerics;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>A set of small numbers (classes of pods, namespaces), a bit each; changed in place while it is built.</summary>
internal sealed class IndexSet
{
    private readonly ulong[] _words;
    private readonly int _size;

    /// <param name="size">One more than the largest number that it may hold.</param>
    public IndexSet(int size) => (_size, _words) = (size, new ulong[(size + 63) / 64]);

    private IndexSet(IndexSet other) => (_size, _words) = (other._size, (ulong[])other._words.Clone());

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public bool this[int index] => (_words[index >> 6] >> (index & 63) & 1) != 0;

    public static IndexSet Full(int size)
    {
        var full = new IndexSet(size);
        full.AddRange(0, size);
        return full;
    }

    public IndexSet Copy() => new(this);

    public IndexSet Add(int index)
    {
        _words[index >> 6] |= 1UL << (index & 63);
        return this;
    }

    public void AddRange(int first, int count)
    {
        for (var index = first; index < first + count; index++)
        {
            if ((index & 63) == 0 && first + count - index >= 64)
            {
                _words[index >> 6] = ulong.MaxValue;
                index += 63;
            }
            else Add(index);
        }
    }

    public IndexSet UnionWith(IndexSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= other._words[i];
        return this;
    }

    public IndexSet IntersectWith(IndexSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= other._words[i];
        return this;
    }

    public IndexSet ExceptWith(IndexSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= ~other._words[i];
        return this;
    }

    /// <summary>The numbers that it does not hold, as a new set.</summary>
    public IndexSet Rest() => Full(_size).ExceptWith(this);

    public IEnumerable<int> Members()
    {
        for (var word = 0; word < _words.Length; word++)
            for (var left = _words[word]; left != 0; left &= left - 1) yield return (word << 6) + BitOperations.TrailingZeroCount(left);
    }
}
