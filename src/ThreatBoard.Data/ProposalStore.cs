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
    /// <param name="source">The source as it will be; its snapshot is the hash of the reading, which must be stored already.</param>
    public async Task<ImportProposal> AddAsync(ModelAccess access, Source source, string decisions, CancellationToken cancel)
    {
        access.Require(Right.Edit);
        var now = clock.GetUtcNow().ToMicroseconds();
        var proposal = new ImportProposal
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
            CreatedById = access.Person.Id,
        };
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(proposal);
        await db.SaveChangesAsync(cancel);
        announcements.Post(access.ModelId);
        return proposal;
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
        var (at, by) = (clock.GetUtcNow().ToMicroseconds(), access.Person.Name);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var decided = await Pending(db, access, id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.State, state).SetProperty(p => p.DecidedAt, (DateTimeOffset?)at).SetProperty(p => p.DecidedBy, by), cancel) == 1;
        if (decided) announcements.Post(access.ModelId);
        return decided;
    }

    private static IQueryable<ImportProposal> Of(ThreatBoardDb db, ModelAccess access) => db.Proposals.Where(p => p.ModelId == access.ModelId);

    private static IQueryable<ImportProposal> Pending(ThreatBoardDb db, ModelAccess access, Guid id) =>
        Of(db, access).Where(p => p.Id == id && p.State == ProposalState.Pending);
}
