using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>Personal access tokens: made once, shown once, found by their hash.</summary>
public sealed class AccessTokens(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>How many living tokens a person may have.</summary>
    public const int Most = 50;

    private static readonly TimeSpan s_noted = TimeSpan.FromMinutes(1);

    /// <param name="lifetime">More than nothing, at most <see cref="AccessToken.Longest"/>.</param>
    /// <returns>The token and its text, which is stored nowhere.</returns>
    /// <exception cref="ArgumentException">Name, scopes or lifetime are not as they must be; the message says so.</exception>
    public async Task<(AccessToken Token, string Text)> CreateAsync(WorkspaceAccess workspace, string name, ValueSet<string> scopes, TimeSpan lifetime, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow().ToMicroseconds();
        if ((Problem(name, scopes, lifetime) ?? await TooManyAsync(db, workspace.Person.Id, now, cancel)) is { } problem) throw new ArgumentException(problem, nameof(name));
        var text = TokenText.New();
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            PersonId = workspace.Person.Id,
            WorkspaceId = workspace.WorkspaceId,
            Name = name,
            Prefix = TokenText.PrefixOf(text),
            Hash = TokenText.HashOf(text),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
        db.Add(token);
        await db.SaveChangesAsync(cancel);
        await SecurityAudit.AppendAsync(db, Told(AuditKind.TokenMade, token), clock, cancel);
        await transaction.CommitAsync(cancel);
        return (token, text);
    }

    /// <summary>The person's own tokens that still work, the newest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Alive(db.Tokens, clock.GetUtcNow()).Where(token => token.PersonId == caller.Person).OrderByDescending(token => token.CreatedAt).ToListAsync(cancel);
    }

    /// <summary>Ends one of the person's own tokens at once.</summary>
    public async Task RevokeAsync(Caller caller, Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        DateTimeOffset? now = clock.GetUtcNow().ToMicroseconds();
        if (await db.Tokens.SingleOrDefaultAsync(token => token.Id == id && token.PersonId == caller.Person && token.RevokedAt == null, cancel) is not { } revoked) return;
        await db.Tokens.Where(token => token.Id == id).ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancel);
        await SecurityAudit.AppendAsync(db, Told(AuditKind.TokenRevoked, revoked), clock, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Who asks with this text; null where no living token of an able person has it.</summary>
    public async Task<Caller?> FindAsync(string? text, CancellationToken cancel)
    {
        if (!TokenText.Fits(text)) return null;
        var (hash, now) = (TokenText.HashOf(text!), clock.GetUtcNow().ToMicroseconds());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var token = await Alive(db.Tokens, now).SingleOrDefaultAsync(token => token.Prefix == TokenText.PrefixOf(text!), cancel);
        if (token is null || !CryptographicOperations.FixedTimeEquals(token.Hash, hash) || !await db.People.Able().AnyAsync(person => person.Id == token.PersonId, cancel)) return null;
        if (token.UsedAt is not { } used || now - used > s_noted)
            await db.Tokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, (DateTimeOffset?)now), cancel);
        return Caller.WithToken(token);
    }

    internal static IQueryable<AccessToken> Alive(IQueryable<AccessToken> tokens, DateTimeOffset now) =>
        tokens.Where(token => token.RevokedAt == null && token.ExpiresAt > now);

    private static string? Problem(string name, ValueSet<string> scopes, TimeSpan lifetime) =>
        name.Trim().Length is 0 or > AccessToken.LongestName ? $"Say what the token is for, in at most {AccessToken.LongestName} characters."
        : scopes.Count == 0 || !scopes.All(TokenScope.All.Contains) ? $"Choose what the token may do: {string.Join(", ", TokenScope.All)}."
        : lifetime <= TimeSpan.Zero || lifetime > AccessToken.Longest ? $"A token lasts at most {AccessToken.Longest.TotalDays:0} days."
        : null;

    private static async Task<string?> TooManyAsync(ThreatBoardDb db, Guid person, DateTimeOffset now, CancellationToken cancel) =>
        await Alive(db.Tokens, now).CountAsync(token => token.PersonId == person, cancel) < Most ? null : $"You have {Most} tokens: revoke one that is not used any more.";

    private static AuditEvent Told(string kind, AccessToken token) => new(kind, token.PersonId, token.WorkspaceId)
    {
        Detail = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["name"] = token.Name, ["prefix"] = token.Prefix, ["scopes"] = string.Join(' ', token.Scopes) },
    };
}
