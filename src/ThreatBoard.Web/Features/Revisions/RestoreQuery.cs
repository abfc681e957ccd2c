using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Works out what restoring comes to, and puts it through the door.</summary>
public sealed class RestoreQuery(RevisionArchive archive, LiveModels models, WorkspaceModels names, ModelStore store, TimeProvider clock)
{
    /// <summary>Null where the model has no such revision.</summary>
    /// <param name="only">What alone is to come back; null for everything.</param>
    /// <exception cref="DamagedRevisionException">The stored revision is not what was published.</exception>
    public async Task<RestoreState?> RunAsync(ModelAccess access, int number, IReadOnlyCollection<EntityRef>? only, CancellationToken cancel)
    {
        if ((await archive.ListAsync(access, cancel)).FirstOrDefault(revision => revision.Number == number) is not { } revision) return null;
        if (await archive.ReadAsync(access, number, cancel) is not { } then) return null;
        var now = (await models.ReadAsync(access, cancel)).Content;
        var name = (await names.GetAsync(access, cancel)).Name;
        return await Task.Run(() => RestoreState.Of(name, revision, now, then, only), cancel);
    }

    public OperationId NewOperation() => OperationId.New(clock);

    /// <summary>Exactly what the person has seen, or nothing.</summary>
    public Task<Outcome> RestoreAsync(ModelAccess access, RestoreState state, string reason, OperationId operation, CancellationToken cancel) =>
        store.ApplyAsync(access, new Intent.RestoreTo(state.Then, reason) { Only = [.. state.Only ?? []], Seen = state.Plan.Digest() }, operation, cancel);
}
