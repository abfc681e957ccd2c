using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Tests.Workflow;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Publishing;

public sealed class RestoreTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RevisionArchive Revisions => database.Get<RevisionArchive>();

    private async Task<ModelContent> RevisionAsync(ModelAccess model, int number = 1) => (await Revisions.ReadAsync(model, number, Cancel))!;

    [Fact]
    public async Task A_restored_threat_keeps_its_journal_history_and_its_comments_stay()
    {
        var model = await database.NewModelAsync();
        var (web, other) = (Some.Component(), Some.Component("other"));
        var threat = Some.Threat(ThreatSubject.Of(web)) with { Assessment = new(3, 4, "seen") };
        await database.EditAsync(model, Change.Add(web), Change.Add(other), Change.Add(threat));
        await database.EditAsync(model, Change.Of(threat, threat with { Title = "Renamed" }));
        await database.ApplyAsync(model, new Intent.Publish("First"));
        await database.ApplyAsync(model, new Intent.Edit([Change.Remove((await database.RowsAsync(model)).Find<Threat>(threat.Id.Value)!)], Setter.Person, WithClosure: true));
        await database.EditAsync(model, Change.Of(other, other with { Technology = "newer" }));

        var restored = Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.RestoreTo(await RevisionAsync(model), "Needed after all") { Only = [EntityRef.To(threat)] }));

        var rows = await database.RowsAsync(model);
        Assert.Equal(("Renamed", "newer"), (rows.Find<Threat>(threat.Id.Value)!.Title, rows.Find<Component>(other.Id.Value)!.Technology));
        var history = await database.Journal.HistoryOfAsync(model, EntityRef.To(threat), Cancel);
        Assert.Equal([ChangeKind.Added, ChangeKind.Removed, ChangeKind.Changed, ChangeKind.Added], history.Select(one => one.Change.Kind));
        Assert.Equal((restored.Number, "Needed after all"), (history[0].Entry.Number, history[0].Entry.Reason));
        Assert.Null(await database.Journal.VerifyAsync(model, Cancel));
        Assert.Null(await Revisions.VerifyAsync(model, Cancel));
    }

    [Fact]
    public async Task Restoring_revives_neither_an_acceptance_nor_a_verification_and_ends_none()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        var work = Some.Mitigation();
        await database.EditAsync(risk.Grace, Change.Add(work));
        await database.EditAsync(risk.Grace, Change.Of(work, work with { Status = MitigationStatus.Implemented }));
        await database.ApplyAsync(risk.Owner, new Intent.Publish("Accepted"));
        AcceptedRisk.Applied(await risk.TakeAsync(risk.Owner, new WithdrawAcceptance(risk.Acceptance, risk.Threat.Id, "Not any more.")));
        var now = await database.RowsAsync(risk.Owner);
        var done = now.Find<Mitigation>(work.Id.Value)!;
        await database.EditAsync(risk.Grace, Change.Of(done, done with { Status = MitigationStatus.Planned }));

        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(risk.Owner, new Intent.RestoreTo(await RevisionAsync(risk.Owner), "Back")));

        var (acceptance, _, status) = await risk.StoredAsync();
        Assert.NotNull(acceptance.Ending);
        Assert.NotEqual(ThreatStatus.Accepted, status);
        var restored = (await database.RowsAsync(risk.Owner)).Find<Mitigation>(work.Id.Value)!;
        Assert.Equal((MitigationStatus.Planned, null), (restored.Status, restored.Implemented));
    }

    [Fact]
    public async Task What_was_not_seen_beforehand_is_not_restored()
    {
        var model = await database.NewModelAsync();
        var web = Some.Component();
        await database.EditAsync(model, Change.Add(web));
        await database.ApplyAsync(model, new Intent.Publish("First"));
        await database.EditAsync(model, Change.Of(web, web with { Name = "renamed" }));
        var then = await RevisionAsync(model);
        var seen = RestorePlan.Of(await database.RowsAsync(model), then, only: null).Digest();
        await database.EditAsync(model, Change.Add(Some.Asset("meanwhile")));

        var refused = Assert.IsType<Outcome.Refused>(await database.ApplyAsync(model, new Intent.RestoreTo(then, "Back") { Seen = seen }));
        Assert.Contains("look again", Assert.Single(refused.Violations).Message, StringComparison.Ordinal);
        var looked = RestorePlan.Of(await database.RowsAsync(model), then, only: null).Digest();
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.RestoreTo(then, "Back") { Seen = looked }));
        Assert.Equal(0, (await database.RowsAsync(model)).CountOf<Asset>());
    }

    [Fact]
    public async Task What_rules_of_now_forbid_stays_and_the_rest_comes_back()
    {
        var risk = await AcceptedRisk.RequestedAsync(database);
        var web = Some.Component();
        await database.EditAsync(risk.Owner, Change.Add(web));
        var threat = (await database.RowsAsync(risk.Owner)).Find<Threat>(risk.Threat.Id.Value)!;
        var then = (await database.RowsAsync(risk.Owner)).With(threat with { Treatment = Treatment.Undecided });
        await database.EditAsync(risk.Owner, Change.Of(web, web with { Name = "renamed" }));

        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(risk.Owner, new Intent.RestoreTo(then, "Back")));

        var rows = await database.RowsAsync(risk.Owner);
        Assert.Equal((TreatmentKind.Accept, "web"), (rows.Find<Threat>(threat.Id.Value)!.Treatment.Kind, rows.Find<Component>(web.Id.Value)!.Name));
    }

    [Fact]
    public async Task Whether_something_was_touched_since_the_newest_revision_is_told_without_reading_it()
    {
        var model = await database.NewModelAsync();
        Assert.Null(await Revisions.TouchedSinceAsync(model, Cancel));
        await database.ApplyAsync(model, new Intent.Publish("First"));
        Assert.Equal((1, false), await Revisions.TouchedSinceAsync(model, Cancel));
        var diagram = (await database.RowsAsync(model)).All<Diagram>().First();
        await database.EditAsync(model, Change.Of(diagram, diagram with { Name = "Moved" }));
        Assert.Equal((1, false), await Revisions.TouchedSinceAsync(model, Cancel));
        await database.EditAsync(model, Change.Add(Some.Asset()));
        Assert.Equal((1, true), await Revisions.TouchedSinceAsync(model, Cancel));
    }

    [Fact]
    public async Task A_hash_on_paper_finds_its_revision_unless_what_is_stored_was_altered()
    {
        var model = await database.NewModelAsync();
        await database.ApplyAsync(model, new Intent.Publish("First"));
        await database.ApplyAsync(model, new Intent.Publish("Second"));
        var hash = Convert.ToHexString((await Revisions.ListAsync(model, Cancel)).Single(revision => revision.Number == 1).Hash);
        await using var owned = OwnedDatabase.Of(database.OwnerConnectionString);

        Assert.Equal((1, null), await owned.FindRevisionAsync(model.ModelId, PaperHash.Parse(hash)!, Cancel));
        Assert.Null((await owned.FindRevisionAsync(model.ModelId, PaperHash.Parse(new string('0', 64))!, Cancel)).Revision);
        await Assert.ThrowsAsync<BackupException>(() => owned.FindRevisionAsync(Guid.CreateVersion7(), PaperHash.Parse(hash)!, Cancel));
        await database.TamperAsync("UPDATE revision SET message = 'other' WHERE model_id = $1 AND number = 2", model.ModelId);
        Assert.NotNull((await owned.FindRevisionAsync(model.ModelId, PaperHash.Parse(hash)!, Cancel)).Problem);
    }
}
