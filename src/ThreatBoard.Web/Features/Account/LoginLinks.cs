using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Account;

/// <summary>
/// One-time login links. A token is 192 random bits; only its SHA-256 is kept, as the name of a small file whose text is the
/// expiry, so that the <c>link</c> verb of another process issues what this one accepts. Renaming the file uses it up, once.
/// </summary>
public sealed class LoginLinks(StateFolder state, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int TokenBytes = 24;
    private const string Used = ".used";

    private readonly string _folder = state.Folder("links");

    /// <returns>The token, which is told to nobody else and stored nowhere.</returns>
    public string Issue()
    {
        Sweep();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        state.Write(PathOf(token), (clock.GetUtcNow() + Lifetime).ToString("O", CultureInfo.InvariantCulture));
        return token;
    }

    /// <summary>Whether the token would be accepted; uses nothing up.</summary>
    public LinkState Look(string? token)
    {
        if (token is null || token.Length != TokenBytes * 2)
            return LinkState.Unknown;
        var path = PathOf(token);
        if (File.Exists(path + Used))
            return LinkState.Used;
        return !File.Exists(path) ? LinkState.Unknown : ExpiryIn(path) < clock.GetUtcNow() ? LinkState.Expired : LinkState.Valid;
    }

    /// <summary>Accepts a token once: of several who try at the same time one gets <see cref="LinkState.Valid"/>.</summary>
    public LinkState Consume(string? token)
    {
        var found = Look(token);
        if (found is not LinkState.Valid)
            return found;
        try
        {
            File.Move(PathOf(token!), PathOf(token!) + Used, overwrite: false);
            return LinkState.Valid;
        }
        catch (IOException)
        {
            // Somebody else moved it between the look and now.
            return LinkState.Used;
        }
    }

    private static DateTimeOffset ExpiryIn(string path) =>
        DateTimeOffset.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private string PathOf(string token) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));

    // A day later nobody needs to be told any more that a link was used or came too late.
    private void Sweep()
    {
        var old = clock.GetUtcNow().AddDays(-1).UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => File.GetLastWriteTimeUtc(file) < old))
            File.Delete(file);
    }
}
