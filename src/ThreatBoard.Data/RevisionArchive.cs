using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data;

/// <summary>Published revisions: listed, read back, and proved unaltered. They are published by <see cref="Intent.Publish"/>.</summary>
public sealed class RevisionArchive(IDbContextFactory<ThreatBoardDb> databases)
{
    private static readonly string[] s_content = [.. EntityKinds.All.Where(shape => shape.Part is ModelPart.Content).Select(shape => shape.Name)];

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<RevisionSummary>> ListAsync(ModelAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Of(db, access).OrderByDescending(r => r.Number)
            .Select(r => new RevisionSummary(r.Number, r.Sequence, r.Author, r.At, r.Message, r.Hash, r.ContentHash)).ToListAsync(cancel);
    }

    /// <summary>Content and layout as they were; comments are no part of a revision. Null when there is none of this number.</summary>
    /// <exception cref="DamagedRevisionException">The stored bytes are not those that were published.</exception>
    public async Task<ModelContent?> ReadAsync(ModelAccess access, int number, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await Of(db, access).SingleOrDefaultAsync(r => r.Number == number, cancel) is not { } row) return null;
        if (Damage(row) is { } damage) throw new DamagedRevisionException(damage);
        return new[] { row.Content, row.Layout, row.Record }.Aggregate(ModelContent.Empty, (content, part) => RevisionPart.Read(part, content));
    }

    /// <summary>Whether the newest revision holds this content; layout and comments do not count.</summary>
    /// <exception cref="DamagedRevisionException">The stored bytes are not those that were published.</exception>
    public async Task<bool> IsNewestAsync(ModelAccess access, ModelContent content, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await Of(db, access).OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Shape, r.ContentHash }).FirstOrDefaultAsync(cancel) is not { } newest) return false;
        // The form of the JSON counts in the stored hash: what was written in an older form is compared in today's.
        var published = newest.Shape == ModelJson.ShapeNumber ? newest.ContentHash : ContentHash.Of((await ReadAsync(access, newest.Number, cancel))!);
        return ContentHash.Of(content).AsSpan().SequenceEqual(published);
    }

    /// <summary>The newest revision, and whether anything that revisions compare was touched since; null where there is none.</summary>
    /// <remarks>It looks at the journal alone: what was changed and changed back counts as touched.</remarks>
    public async Task<(int Number, bool IsTouched)?> TouchedSinceAsync(ModelAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await Of(db, access).OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Sequence }).FirstOrDefaultAsync(cancel) is not { } newest) return null;
        return (newest.Number, await db.JournalChanges.AnyAsync(c => c.ModelId == access.ModelId && c.Number > newest.Sequence && s_content.Contains(c.EntityKind), cancel));
    }

    /// <summary>Stored bytes, headers and the chain; null when all holds, else what does not.</summary>
    public async Task<string?> VerifyAsync(ModelAccess access, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await VerifyAsync(db, access.ModelId, cancel)).Problem;
    }

    internal static async Task<(int Revisions, string? Problem)> VerifyAsync(ThreatBoardDb db, Guid model, CancellationToken cancel)
    {
        var (previous, expected) = (Array.Empty<byte>(), 1);
        await foreach (var row in db.Revisions.Where(r => r.ModelId == model).OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Number != expected) return (expected - 1, $"Revision {expected} is missing.");
            if (Damage(row) is { } damage) return (expected - 1, damage);
            if (!row.PreviousHash.AsSpan().SequenceEqual(previous)) return (expected - 1, $"Revision {row.Number} does not follow the one before it.");
            (previous, expected) = (row.Hash, expected + 1);
        }

        return (expected - 1, null);
    }

    private static IQueryable<RevisionRow> Of(ThreatBoardDb db, ModelAccess access) => db.Revisions.Where(r => r.ModelId == access.ModelId);

    private static string? Damage(RevisionRow row)
    {
        (byte[] Bytes, byte[] Digest)[] parts = [(row.Content, row.ContentDigest), (row.Layout, row.LayoutDigest), (row.Record, row.RecordDigest)];
        if (parts.Any(part => !SHA256.HashData(part.Bytes).AsSpan().SequenceEqual(part.Digest))) return $"A part of revision {row.Number} is not what was published.";
        var header = new RevisionHeader(row.Number, row.Sequence, row.Author, row.At, row.Message);
        var hash = RevisionHash.Of(row.PreviousHash, header, row.ContentDigest, row.LayoutDigest, row.RecordDigest);
        return hash.AsSpan().SequenceEqual(row.Hash) ? null : $"Revision {row.Number} is not what was published.";
    }
}
