using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Data.Accounts;

/// <summary>The text of a personal access token: <c>tb_</c>, eight digits by which it is found, <c>_</c>, and 256 random bits; all hexadecimal.</summary>
internal static class TokenText
{
    private const string Start = "tb_";
    private const int PrefixBytes = 4;
    private const int SecretBytes = 32;

    private static readonly int s_prefixLength = Start.Length + (PrefixBytes * 2);
    private static readonly int s_length = s_prefixLength + 1 + (SecretBytes * 2);

    public static string New() =>
        $"{Start}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PrefixBytes))}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";

    public static string PrefixOf(string text) => text[..s_prefixLength];

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether it can be one at all.</summary>
    public static bool Fits(string? text) => text?.Length == s_length && text.StartsWith(Start, StringComparison.Ordinal);
}
