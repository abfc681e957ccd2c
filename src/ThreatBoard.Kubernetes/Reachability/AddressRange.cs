using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Addresses from the first to the last, both included; one number line for both families, IPv4 mapped into IPv6.</summary>
public readonly record struct AddressRange(UInt128 First, UInt128 Last)
{
    private static readonly UInt128 s_mapped = (UInt128)0xFFFF << 32;

    /// <summary>Every IPv4 address.</summary>
    public static AddressRange IPv4 { get; } = new(s_mapped, s_mapped + uint.MaxValue);

    /// <summary>Everything on the number line.</summary>
    public static AddressRange Any { get; } = new(0, UInt128.MaxValue);

    public bool IsIPv4 => First >= IPv4.First && Last <= IPv4.Last;

    public bool Contains(AddressRange other) => First <= other.First && other.Last <= Last;

    /// <summary>A single address, or null where it is none.</summary>
    public static AddressRange? ParseAddress(string? text) => Number(text) is { } found ? new(found.Value, found.Value) : null;

    /// <summary>A block such as <c>10.0.0.0/8</c>, host bits dropped; null where it is none.</summary>
    public static AddressRange? ParseBlock(string? text)
    {
        if (text?.Split('/') is not [var address, var length] || Number(address) is not { } found) return null;
        var bits = found.IsIPv4 ? 32 : 128;
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > bits) return null;
        var host = bits == prefix ? UInt128.Zero : UInt128.MaxValue >> (128 - (bits - prefix));
        var first = found.Value & ~host;
        return new(first, first | host);
    }

    /// <summary><c>10.0.0.0-10.255.255.255</c>.</summary>
    public override string ToString() => $"{Text(First)}-{Text(Last)}";

    private static (UInt128 Value, bool IsIPv4)? Number(string? text)
    {
        if (text is null) return null;
        if (!text.Contains(':', StringComparison.Ordinal)) return Dotted(text) is { } four ? (s_mapped + four, true) : null;
        if (!IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6) return null;
        return (BinaryPrimitives.ReadUInt128BigEndian(parsed.GetAddressBytes()), false);
    }

    private static uint? Dotted(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4) return null;
        uint value = 0;
        foreach (var part in parts)
        {
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var one)) return null;
            value = value << 8 | one;
        }
        return value;
    }

    private static string Text(UInt128 value)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return value >= s_mapped && value <= s_mapped + uint.MaxValue ? string.Join('.', bytes[12..]) : new IPAddress(bytes).ToString();
    }
}
