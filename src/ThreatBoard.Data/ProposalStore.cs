using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>Imports that wait for somebody's decision; what they would change is computed from the snapshot when it is asked for, and so fits the model as it is.</summary>
public sealed class ProposalStore(IDbContextFactory<ThreatBoardDb> databases, Announcements announcements, TimeProvider clock)
{
    /// <summary>Stores an import to wait for a decision. An older one of the same source that still waits gives way; of two at once, the later stays.</summary>
    /// <param name="source">The source as it will be; its snapshot is the hash of the reading, which must be stored already. Where an import of a source that the model does not have yet waits already, its id stays.</param>
    /// <param name="request">The key of a program's request: where it was used before, that import is given back, and its digest tells whether it was the same request.</param>
    public async Task<ImportProposal> AddAsync(ModelAccess access, Source source, string decisions, CancellationToken cancel, RequestKey? request = null)
    {
        access.Require(Right.Import);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('imports of ' || {access.ModelId}::text, 0))", cancel);
        if (request is not null && await Requested(db, access, request.Key).SingleOrDefaultAsync(cancel) is { } before) return before;
        var older = await Of(db, access).Where(p => p.State == ProposalState.Pending && p.SourceName == source.Name && p.Cluster == source.Cluster).ToListAsync(cancel);
        var proposal = Of(access, await NamedAsync(db, access, source, older, cancel), decisions, request);
        foreach (var id in older.Select(p => p.Id)) await CloseAsync(db, access, id, ProposalState.Discarded, cancel);
        db.Add(proposal);
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
        announcements.Post(access.ModelId);
        return proposal;
    }

    /// <summary>What a program's request stored; null where the key was not used in this model.</summary>
    public async Task<ImportProposal?> RequestedAsync(ModelAccess access, string key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Requested(db, access, key).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Null for one that is missing or belongs to another model.</summary>
    public async Task<ImportProposal?> GetAsync(ModelAccess access, Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Of(db, access).SingleOrDefaultAsync(p => p.Id == id, cancel);
    }

    /// <summary>The newest first; undecided ones only, or all.</summary>
    public async Task<IReadOnlyList<ImportProposal>> ListAsync(ModelAccess access, bool pendingOnly, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Of(db, access).Where(p => !pendingOnly || p.State == ProposalState.Pending).OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(cancel);
    }

    /// <summary>The newest import of a source by its name and cluster, whatever became of it; null before the first.</summary>
    public async Task<ImportProposal?> LatestAsync(ModelAccess access, string source, string cluster, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Of(db, access).Where(p => p.SourceName == source && p.Cluster == cluster).OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Keeps what was refused or declared the same so far.</summary>
    /// <returns>False when it was decided meanwhile.</returns>
    public async Task<bool> RememberAsync(ModelAccess access, Guid id, string decisions, CancellationToken cancel)
    {
        access.Require(Right.Edit);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Pending(db, access, id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Decisions, decisions), cancel) == 1;
    }

    /// <summary>Closes it, once only; whoever accepts puts its changes through the door first, with an operation id that belongs to the proposal.</summary>
    /// <returns>False when it was decided meanwhile.</returns>
    public async Task<bool> DecideAsync(ModelAccess access, Guid id, ProposalState state, CancellationToken cancel)
    {
        access.Require(Right.Edit);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var decided = await CloseAsync(db, access, id, state, cancel);
        if (decided) announcements.Post(access.ModelId);
        return decided;
    }

    private static IQueryable<ImportProposal> Of(ThreatBoardDb db, ModelAccess access) => db.Proposals.Where(p => p.ModelId == access.ModelId);

    private static IQueryable<ImportProposal> Pending(ThreatBoardDb db, ModelAccess access, Guid id) =>
        Of(db, access).Where(p => p.Id == id && p.State == ProposalState.Pending);

    private static IQueryable<ImportProposal> Requested(ThreatBoardDb db, ModelAccess access, string key) => Of(db, access).Where(p => p.RequestKey == key);

    private static async Task<Source> NamedAsync(ThreatBoardDb db, ModelAccess access, Source source, List<ImportProposal> waiting, CancellationToken cancel) =>
        waiting is [var first, ..] && !await db.Sources.Of(access).AnyAsync(s => s.Id == source.Id, cancel) ? source with { Id = new(first.SourceId) } : source;

    private ImportProposal Of(ModelAccess access, Source source, string decisions, RequestKey? request)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            ModelId = access.ModelId,
            SourceId = source.Id.Value,
            SourceName = source.Name,
            Cluster = source.Cluster,
            Environment = source.Environment,
            Snapshot = source.Snapshot,
            Decisions = decisions,
            CreatedAt = now,
            CreatedBy = access.Person.Name,
            CreatedById = access.IsByHand ? access.Person.Id : null,
            RequestKey = request?.Key,
            RequestDigest = request?.Digest,
        };
    }

    private async Task<bool> CloseAsync(ThreatBoardDb db, ModelAccess access, Guid id, ProposalState state, CancellationToken cancel)
    {
        var (at, by) = (clock.GetUtcNow().ToMicroseconds(), access.Person.Name);
        return await Pending(db, access, id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.State, state).SetProperty(p => p.DecidedAt, (DateTimeOffset?)at).SetProperty(p => p.DecidedBy, by), cancel) == 1;
    }
}
