using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Data.Backup;

/// <summary>Passes PostgreSQL's COPY text on while counting its rows and taking its digest.</summary>
internal static class CopiedText
{
    /// <summary>Copies to the end.</summary>
    /// <returns>Rows (in COPY text each is one line) and the hexadecimal SHA-256 of the text as UTF-8.</returns>
    public static async Task<(long Rows, string Sha256)> PassAsync(TextReader from, TextWriter to, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoder = Encoding.UTF8.GetEncoder();      // keeps a pair of surrogates together across two buffers
        var characters = new char[32 * 1024];
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(characters.Length)];
        var rows = 0L;
        while (await from.ReadAsync(characters, cancel) is > 0 and var read)
        {
            rows += characters.AsSpan(0, read).Count('\n');
            digest.AppendData(bytes, 0, encoder.GetBytes(characters.AsSpan(0, read), bytes, flush: false));
            await to.WriteAsync(characters.AsMemory(0, read), cancel);
        }

        return (rows, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }
}
