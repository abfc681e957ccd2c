using System.Text;

namespace ThreatBoard.Data.Accounts;

/// <summary>Bytes as letters and the digits 2 to 7 (RFC 4648), which people can read to each other.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    /// <param name="bytes">Of a multiple of five bits, or the last letter is filled up with zeros.</param>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, count) = (0, 0);
        foreach (var next in bytes)
        {
            (held, count) = (((held << 8) | next) & 0xfff, count + 8);
            for (; count >= Bits; count -= Bits) text.Append(Alphabet[(held >> (count - Bits)) & 31]);
        }

        if (count > 0) text.Append(Alphabet[(held << (Bits - count)) & 31]);
        return text.ToString();
    }
}
