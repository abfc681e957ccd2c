using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Inbox;

namespace ThreatBoard.Data;

/// <summary>A notice with the name of its model today.</summary>
public sealed record NoticeRow(Notice Notice, string ModelName);

/// <summary>Which notices are asked for.</summary>
/// <param name="Kind">Null for all.</param>
public sealed record NoticeFilter(NoticeKind? Kind = null, bool UnreadOnly = false);

/// <summary>What waits for the one who asks, of the models that they may read now; nobody sees another's.</summary>
public sealed class Inboxes(IDbContextFactory<ThreatBoardDb> databases, InboxSignals signals, TimeProvider clock)
{
    /// <summary>Most that one list gives; older ones come once newer ones are read.</summary>
    public const int Most = 300;

    /// <summary>How many are unread.</summary>
    public async Task<int> CountUnreadAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Readable(db, caller).CountAsync(row => row.Notice.ReadAt == null, cancel);
    }

    /// <summary>The newest first, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<NoticeRow>> ListAsync(Caller caller, NoticeFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Readable(db, caller)
            .Where(row => (filter.Kind == null || row.Notice.Kind == filter.Kind) && (!filter.UnreadOnly || row.Notice.ReadAt == null))
            .OrderByDescending(row => row.Notice.At).ThenBy(row => row.Notice.Id).Take(Most)
            .Select(row => new NoticeRow(row.Notice, row.ModelName)).ToListAsync(cancel);
    }

    /// <summary>Marks one as read or unread.</summary>
    /// <returns>False where it is not the caller's, or not to be seen any more.</returns>
    public async Task<bool> MarkAsync(Caller caller, Guid notice, bool read, CancellationToken cancel) =>
        await SetAsync(caller, row => row.Where(r => r.Notice.Id == notice), read, cancel) == 1;

    /// <summary>Marks all as read, or all of a kind.</summary>
    public Task MarkAllReadAsync(Caller caller, NoticeKind? kind, CancellationToken cancel) =>
        SetAsync(caller, rows => rows.Where(r => r.Notice.ReadAt == null && (kind == null || r.Notice.Kind == kind)), read: true, cancel);

    private async Task<int> SetAsync(Caller caller, Func<IQueryable<Row>, IQueryable<Row>> which, bool read, CancellationToken cancel)
    {
        DateTimeOffset? at = read ? clock.GetUtcNow().ToMicroseconds() : null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var ids = which(Readable(db, caller)).Select(row => row.Notice.Id);
        var changed = await db.Notices.Where(n => ids.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, at), cancel);
        if (changed > 0) await signals.PostAsync([caller.Person], cancel);
        return changed;
    }

    private IQueryable<Row> Readable(ThreatBoardDb db, Caller caller) =>
        from notice in db.Notices
        join model in db.Models on notice.ModelId equals model.Id
        where notice.PersonId == caller.Person && db.MembershipsOf(caller, clock.GetUtcNow()).Any(member => member.WorkspaceId == model.WorkspaceId)
        select new Row { Notice = notice, ModelName = model.Name };

    /// <summary>In the form in which a query can be composed on.</summary>
    private sealed record Row
    {
        public required Notice Notice { get; init; }

        public required string ModelName { get; init; }
    }
}
