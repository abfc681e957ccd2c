using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Data.Accounts;

/// <summary>What a one-time link carries: 192 random bits, told once and stored only as their SHA-256.</summary>
internal static class LinkToken
{
    private const int Bytes = 24;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>32 bytes; of what cannot be a token, something that no token has.</summary>
    public static byte[] HashOf(string? token) => token is { Length: Bytes * 2 } ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : [];
}
