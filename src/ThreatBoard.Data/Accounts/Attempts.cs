using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Accounts;

/// <summary>
/// The guesses that are left to an account. One is taken, in the database and at once, before anything is compared:
/// fifty guesses at the same time find five left and no more.
/// </summary>
internal static class Attempts
{
    public const int Most = 5;

    /// <summary>How long nothing is compared after the fifth wrong guess.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <returns>Null where there is no such account, its person is disabled, or no guess is left.</returns>
    public static async Task<Attempt?> TakeAsync(ThreatBoardDb db, string normalizedEmail, DateTimeOffset now, CancellationToken cancel) =>
        await TakeAsync(db, Guid.Empty, normalizedEmail, now, cancel);

    public static Task<Attempt?> TakeAsync(ThreatBoardDb db, Guid person, DateTimeOffset now, CancellationToken cancel) => TakeAsync(db, person, "", now, cancel);

    /// <summary>After everything that was asked for was right.</summary>
    public static Task ForgetAsync(ThreatBoardDb db, Guid person, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE account SET access_failed_count = 0, lockout_end = NULL WHERE id = {person}", cancel);

    /// <summary>After one right answer where another is still asked for: what was guessed wrong before stays counted.</summary>
    public static Task GiveBackAsync(ThreatBoardDb db, Guid person, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE account SET access_failed_count = greatest(access_failed_count - 1, 0), lockout_end = NULL WHERE id = {person}", cancel);

    private static async Task<Attempt?> TakeAsync(ThreatBoardDb db, Guid person, string normalizedEmail, DateTimeOffset now, CancellationToken cancel)
    {
        var taken = await db.Database.SqlQuery<Attempt>($"""
            UPDATE account SET
              access_failed_count = CASE WHEN account.lockout_end IS NULL THEN account.access_failed_count + 1 ELSE 1 END,
              lockout_end = CASE WHEN account.lockout_end IS NULL AND account.access_failed_count + 1 >= {Most} THEN {now + Pause} END
            FROM person
            WHERE person.id = account.id AND person.disabled_at IS NULL
              AND (account.id = {person} OR account.normalized_email = {normalizedEmail})
              AND (account.lockout_end IS NULL OR account.lockout_end <= {now})
            RETURNING account.id AS "Person", account.password_hash AS "PasswordHash", account.two_factor_enabled AS "AsksForSecondFactor",
              account.factor_secret AS "FactorSecret", account.access_failed_count AS "Count"
            """).ToListAsync(cancel);
        return taken.SingleOrDefault();
    }

    /// <summary>One guess at an account, already counted.</summary>
    internal sealed record Attempt(Guid Person, string? PasswordHash, bool AsksForSecondFactor, string? FactorSecret, int Count)
    {
        /// <summary>Whether nothing is left after it.</summary>
        public bool IsLast => Count >= Most;
    }
}
