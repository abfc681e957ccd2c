using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Importing;

public sealed class StoresTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ProposalStore Proposals => database.Get<ProposalStore>();

    [Fact]
    public async Task A_snapshot_is_stored_once_and_belongs_to_its_model()
    {
        var (model, other) = (await database.NewModelAsync(), await database.NewModelAsync());
        var snapshots = database.Get<SnapshotStore>();

        var hash = await snapshots.PutAsync(model, [1, 2, 3], Cancel);

        Assert.Equal(hash, await snapshots.PutAsync(model, [1, 2, 3], Cancel));
        Assert.Equal([1, 2, 3], await snapshots.GetAsync(model, hash, Cancel));
        Assert.Null(await snapshots.GetAsync(other, hash, Cancel));
    }

    [Fact]
    public async Task A_proposal_waits_remembers_and_is_decided_once()
    {
        var model = await database.NewModelAsync();
        var proposal = await AddAsync(model);

        Assert.True(await Proposals.RememberAsync(model, proposal.Id, """{"refused":["x"]}""", Cancel));
        Assert.Single(await Proposals.ListAsync(model, pendingOnly: true, Cancel));
        var decided = await Task.WhenAll(
            Proposals.DecideAsync(model, proposal.Id, ProposalState.Accepted, Cancel), Proposals.DecideAsync(model, proposal.Id, ProposalState.Discarded, Cancel));

        Assert.Single(decided, won => won);
        Assert.False(await Proposals.RememberAsync(model, proposal.Id, "{}", Cancel));
        Assert.Empty(await Proposals.ListAsync(model, pendingOnly: true, Cancel));
        var stored = (await Proposals.GetAsync(model, proposal.Id, Cancel))!;
        Assert.NotEqual(ProposalState.Pending, stored.State);
        Assert.Equal("You", stored.DecidedBy);
        Assert.Contains("refused", stored.Decisions);
    }

    [Fact]
    public async Task A_proposal_of_another_model_is_not_found()
    {
        var (model, other) = (await database.NewModelAsync(), await database.NewModelAsync());
        var proposal = await AddAsync(model);

        Assert.Null(await Proposals.GetAsync(other, proposal.Id, Cancel));
        Assert.False(await Proposals.DecideAsync(other, proposal.Id, ProposalState.Accepted, Cancel));
    }

    private async Task<ImportProposal> AddAsync(ModelAccess model)
    {
        var hash = await database.Get<SnapshotStore>().PutAsync(model, [9], Cancel);
        return await Proposals.AddAsync(model, Some.Source() with { Snapshot = hash }, "{}", Cancel);
    }
}
