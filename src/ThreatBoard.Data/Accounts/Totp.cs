using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ThreatBoard.Data.Accounts;

/// <summary>The six digits of an authenticator app: RFC 6238 with SHA-1 and steps of 30 seconds, as all the apps have it.</summary>
/// <remarks>Identity's own provider says only whether a code is right, not for which step; without the step a code could be used twice.</remarks>
internal static class Totp
{
    /// <summary>Of a secret, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int Digits = 1_000_000;

    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(30);

    public static string CodeAt(byte[] secret, DateTimeOffset at) => Code(secret, StepAt(at));

    /// <summary>The step for which a code is right: this one or a neighbour, since clocks differ; null where it is wrong.</summary>
    public static long? StepOf(byte[] secret, string? code, DateTimeOffset now)
    {
        var given = new string([.. (code ?? "").Where(char.IsAsciiDigit).Take(7)]);
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.ASCII.GetBytes(given))) found = step;
        return found;
    }

    private static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)s_step.TotalSeconds;

    // RFC 6238 is made of HMAC-SHA-1; its known weakness, collisions, does not concern it.
#pragma warning disable CA5350
    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)], mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350
}
