using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Ports from the first to the last, both included; 1 to 65535.</summary>
public readonly record struct PortRange(int First, int Last)
{
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}

/// <summary>An exact set of ports, kept as ranges that neither overlap nor touch, in order.</summary>
public sealed class PortSet : IEquatable<PortSet>
{
    private const int Most = 65_535;

    private PortSet(ImmutableArray<PortRange> ranges) => Ranges = ranges;

    public static PortSet None { get; } = new([]);

    public static PortSet All { get; } = new([new(1, Most)]);

    public ImmutableArray<PortRange> Ranges { get; }

    public bool IsEmpty => Ranges.Length == 0;

    public bool IsAll => Ranges is [(1, Most)];

    /// <summary>The ports from first to last; none where the range is empty or leaves 1 to 65535.</summary>
    public static PortSet Of(long first, long last) => first is < 1 or > Most || last < first || last > Most ? None : new([new((int)first, (int)last)]);

    public static PortSet Of(long port) => Of(port, port);

    public bool Contains(int port) => Ranges.Any(range => range.First <= port && port <= range.Last);

    public PortSet Union(PortSet other) => IsEmpty || other.IsAll ? other : other.IsEmpty || IsAll ? this : new(Joined([.. Ranges, .. other.Ranges]));

    public PortSet Intersect(PortSet other) => IsEmpty || other.IsAll ? this : other.IsEmpty || IsAll ? other : Common(other);

    public PortSet Except(PortSet other) => IsEmpty || other.IsEmpty ? this : Intersect(other.Rest());

    public bool Equals(PortSet? other) => other is not null && Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as PortSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in Ranges) hash.Add(range);
        return hash.ToHashCode();
    }

    /// <summary><c>80,443,8000-8080</c>.</summary>
    public override string ToString() => string.Join(',', Ranges);

    private static ImmutableArray<PortRange> Joined(List<PortRange> ranges)
    {
        ranges.Sort((a, b) => a.First - b.First);
        var joined = ImmutableArray.CreateBuilder<PortRange>(ranges.Count);
        foreach (var range in ranges)
            if (joined.Count > 0 && range.First <= joined[^1].Last + 1) joined[^1] = joined[^1] with { Last = Math.Max(joined[^1].Last, range.Last) };
            else joined.Add(range);
        return joined.ToImmutable();
    }

    private PortSet Common(PortSet other)
    {
        var common = ImmutableArray.CreateBuilder<PortRange>();
        var (i, j) = (0, 0);
        while (i < Ranges.Length && j < other.Ranges.Length)
        {
            var (first, last) = (Math.Max(Ranges[i].First, other.Ranges[j].First), Math.Min(Ranges[i].Last, other.Ranges[j].Last));
            if (first <= last) common.Add(new(first, last));
            if (Ranges[i].Last < other.Ranges[j].Last) i++;
            else j++;
        }
        return common.Count == 0 ? None : new(common.ToImmutable());
    }

    private PortSet Rest()
    {
        var rest = ImmutableArray.CreateBuilder<PortRange>();
        var next = 1;
        foreach (var (first, last) in Ranges)
        {
            if (next < first) rest.Add(new(next, first - 1));
            next = last + 1;
        }
        if (next <= Most) rest.Add(new(next, Most));
        return new(rest.ToImmutable());
    }
}
