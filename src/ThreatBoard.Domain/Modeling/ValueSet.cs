using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Modeling;

/// <summary>An immutable set that is equal by value and always enumerates in the same order (strings by code unit).</summary>
[JsonConverter(typeof(ModelingJsonConverters))]
[CollectionBuilder(typeof(ValueSet), nameof(ValueSet.Of))]
public sealed class ValueSet<T> : IReadOnlyCollection<T>, IEquatable<ValueSet<T>>
    where T : notnull, IComparable<T>
{
    private static readonly IComparer<T> s_order =
        typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;

    private readonly ImmutableArray<T> _items;

    internal ValueSet(IEnumerable<T> items) => _items = [.. items.ToImmutableSortedSet(s_order)];

    public static ValueSet<T> Empty { get; } = new([]);

    public int Count => _items.Length;

    public bool Contains(T item) => _items.BinarySearch(item, s_order) >= 0;

    public ValueSet<T> With(T item) => Contains(item) ? this : new(_items.Add(item));

    public ValueSet<T> With(IEnumerable<T> items) => new(_items.Concat(items));

    public ValueSet<T> Without(T item) => Contains(item) ? new(_items.Remove(item)) : this;

    public ValueSet<T> Without(IEnumerable<T> items) => new(_items.Except(items));

    public ValueSet<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : notnull, IComparable<TOther> => new(_items.Select(map));

    public bool Equals(ValueSet<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as ValueSet<T>);

    public override int GetHashCode() => ValueSet.HashOf(_items);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", _items);
}

/// <summary>Makes value-equal sets.</summary>
public static class ValueSet
{
    public static ValueSet<T> Of<T>(ReadOnlySpan<T> items)
        where T : notnull, IComparable<T> => items.Length == 0 ? ValueSet<T>.Empty : new(items.ToArray());

    public static ValueSet<T> ToValueSet<T>(this IEnumerable<T> items)
        where T : notnull, IComparable<T> => new(items);

    internal static int HashOf<T>(ImmutableArray<T> items)
    {
        var hash = default(HashCode);
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }
}
