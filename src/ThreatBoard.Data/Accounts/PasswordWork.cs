using Microsoft.AspNetCore.Identity;

namespace ThreatBoard.Data.Accounts;

/// <summary>Checks passwords, which is dear by intent: half of the processors at a time, so that guessing leaves the rest to those who work.</summary>
public sealed class PasswordWork(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>Rounds of PBKDF2 with SHA-512; the password storage cheat sheet of OWASP asks for 210,000.</summary>
    public const int Rounds = 600_000;

    private static readonly Account s_nobody = new();

    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    // As dear to check as any: made by the same hasher, of a password that nobody knows.
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(s_nobody, LinkToken.New()));

    /// <param name="hash">Null where there is no such account, or nobody may sign in to it now: it takes as long, and is never right.</param>
    public async Task<bool> IsRightAsync(string? hash, string? password, CancellationToken cancel)
    {
        var given = password is { Length: > 0 and <= PasswordRules.Longest } ? password : "-";
        await _places.WaitAsync(cancel);
        try
        {
            var found = await Task.Run(() => hasher.VerifyHashedPassword(s_nobody, hash ?? _nobodysHash.Value, given), cancel);
            return hash is not null && given == password && found is not PasswordVerificationResult.Failed;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
