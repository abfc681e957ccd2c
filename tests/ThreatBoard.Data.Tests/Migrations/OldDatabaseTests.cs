using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Postgres;

namespace ThreatBoard.Data.Tests.Migrations;

/// <summary>What was written before there were accounts is there after the update, row for row, and its documents are read and proved.</summary>
public sealed class OldDatabaseTests(Server server) : IAsyncLifetime
{
    private ServiceProvider _services = null!;
    private ModelAccess _model = null!;
    private string _owner = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _owner = await server.Postgres.CreateEmptyDatabaseAsync(Cancel);
        await OldDatabase.FillAsync(_owner, Cancel);
        await new Database(_owner, TimeProvider.System).MigrateAsync(Cancel);
        _services = new ServiceCollection().AddLogging().AddThreatBoardData(_owner).BuildServiceProvider();
        _model = (await Get<Access>().ForAsync(Caller.OfProcess(Database.LocalPerson), OldDatabase.Model, Right.Edit, Cancel))!;
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Owners_become_names_and_no_row_is_lost()
    {
        var content = (await Get<LiveModels>().ReadAsync(_model, Cancel)).Content;
        Assert.Equal((2, 1), (content.CountOf<Threat>(), content.CountOf<Mitigation>()));
        Assert.Equal(Owner.Named("Grace"), content.Find<Threat>(OldDatabase.Owned)!.Owner);
        Assert.Equal(Owner.Nobody, content.Find<Threat>(OldDatabase.Unowned)!.Owner);
        Assert.Equal(Owner.Named("Ada"), content.Find<Mitigation>(OldDatabase.Mitigation)!.Owner);
    }

    [Fact]
    public async Task The_old_journal_is_replayed_and_proved() =>
        Assert.Empty(await ModelProof.OffendersAsync(_owner, Cancel));

    [Fact]
    public async Task An_old_revision_is_read_and_holds_what_the_model_holds()
    {
        var content = (await Get<LiveModels>().ReadAsync(_model, Cancel)).Content;
        Assert.Empty(Comparison.Between((await Revisions.ReadAsync(_model, 1, Cancel))!, content));
        Assert.True(await Revisions.IsNewestAsync(_model, content, Cancel));
    }

    [Fact]
    public async Task An_old_revision_is_compared_with_a_new_one()
    {
        var content = (await Get<LiveModels>().ReadAsync(_model, Cancel)).Content;
        var threat = content.Find<Threat>(OldDatabase.Owned)!;
        var you = Owner.Person(Database.LocalPerson, "You");
        await ApplyAsync(new Intent.Edit([Change.Of(threat, threat with { Owner = you })], Setter.Person));
        await ApplyAsync(new Intent.Publish("With accounts"));

        var changes = Comparison.Between((await Revisions.ReadAsync(_model, 1, Cancel))!, (await Revisions.ReadAsync(_model, 2, Cancel))!);

        var field = Assert.Single(Assert.Single(changes).Fields());
        Assert.Equal(("owner", Owner.Named("Grace"), you), (field.Field, field.Before, field.After));
        Assert.Null(await Revisions.VerifyAsync(_model, Cancel));
    }

    private RevisionArchive Revisions => Get<RevisionArchive>();

    private T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    private async Task ApplyAsync(Intent intent) =>
        Assert.IsType<Outcome.Applied>(await Get<ModelStore>().ApplyAsync(_model, intent, OperationId.New(TimeProvider.System), Cancel));
}
