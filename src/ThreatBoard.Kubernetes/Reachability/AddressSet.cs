using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>An exact set of addresses, kept as ranges that neither overlap nor touch, in order.</summary>
public sealed class AddressSet
{
    private AddressSet(ImmutableArray<AddressRange> ranges) => Ranges = ranges;

    public static AddressSet None { get; } = new([]);

    /// <summary>Addresses that the internet routes: neither private nor reserved.</summary>
    public static AddressSet Internet { get; } = Of(Block("0.0.0.0/0"), Block("2000::/3")).Except(Of(
        Block("0.0.0.0/8"), Block("10.0.0.0/8"), Block("100.64.0.0/10"), Block("127.0.0.0/8"), Block("169.254.0.0/16"),
        Block("172.16.0.0/12"), Block("192.168.0.0/16"), Block("224.0.0.0/3")));

    /// <summary>Where the addresses of pods lie in every cluster that is usual.</summary>
    public static AddressSet Private { get; } = Of(
        Block("10.0.0.0/8"), Block("100.64.0.0/10"), Block("172.16.0.0/12"), Block("192.168.0.0/16"), Block("fc00::/7"));

    public ImmutableArray<AddressRange> Ranges { get; }

    public bool IsEmpty => Ranges.Length == 0;

    public static AddressSet Of(params IReadOnlyCollection<AddressRange> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<AddressRange>(ranges.Count);
        foreach (var range in ranges.OrderBy(r => r.First))
            if (joined.Count > 0 && (joined[^1].Last == UInt128.MaxValue || range.First <= joined[^1].Last + 1))
                joined[^1] = joined[^1] with { Last = UInt128.Max(joined[^1].Last, range.Last) };
            else joined.Add(range);
        return joined.Count == 0 ? None : new(joined.ToImmutable());
    }

    /// <summary>The addresses of a block; one of IPv6 never holds one of IPv4.</summary>
    public static AddressSet OfBlock(AddressRange block) => block.IsIPv4 ? Of(block) : Of(block).Except(Of(AddressRange.IPv4));

    /// <summary>Whether all of the range lies in it.</summary>
    public bool Contains(AddressRange range)
    {
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Ranges[middle].Last < range.First) low = middle + 1;
            else if (Ranges[middle].First > range.First) high = middle - 1;
            else return Ranges[middle].Contains(range);
        }
        return false;
    }

    /// <summary>Whether any of the range lies in it.</summary>
    public bool Meets(AddressRange range) => Ranges.Any(own => own.First <= range.Last && range.First <= own.Last);

    public AddressSet Union(AddressSet other) => IsEmpty ? other : other.IsEmpty ? this : Of([.. Ranges, .. other.Ranges]);

    public AddressSet Intersect(AddressSet other)
    {
        var common = new List<AddressRange>();
        var (i, j) = (0, 0);
        while (i < Ranges.Length && j < other.Ranges.Length)
        {
            var (first, last) = (UInt128.Max(Ranges[i].First, other.Ranges[j].First), UInt128.Min(Ranges[i].Last, other.Ranges[j].Last));
            if (first <= last) common.Add(new(first, last));
            if (Ranges[i].Last < other.Ranges[j].Last) i++;
            else j++;
        }
        return Of(common);
    }

    public AddressSet Except(AddressSet other) => IsEmpty || other.IsEmpty ? this : Intersect(other.Rest());

    public override string ToString() => string.Join(',', Ranges);

    private static AddressRange Block(string text) => AddressRange.ParseBlock(text)!.Value;

    private AddressSet Rest()
    {
        var rest = new List<AddressRange>();
        var next = UInt128.Zero;
        foreach (var range in Ranges)
        {
            if (next < range.First) rest.Add(new(next, range.First - 1));
            if (range.Last == UInt128.MaxValue) return Of(rest);
            next = range.Last + 1;
        }
        rest.Add(new(next, UInt128.MaxValue));
        return Of(rest);
    }
}
