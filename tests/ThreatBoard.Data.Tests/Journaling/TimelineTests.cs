using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Tests.Workflow;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Duplicates;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Journaling;

public sealed class TimelineTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_of_acceptances_mitigations_links_comments_and_rule_runs_and_of_nothing_else()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        var (threat, other, mitigation) = (risk.Threat, Some.Threat(title: "another"), Some.Mitigation());
        await database.EditAsync(risk.Owner, Change.Add(other), Change.Add(mitigation));
        var link = Some.Link(mitigation, threat);
        await database.EditAsync(risk.Owner, Change.Add(link));
        await database.EditAsync(risk.Owner, Change.Of(mitigation, mitigation with { Status = MitigationStatus.Planned }));
        await database.EditAsync(risk.Owner, Change.Add(Some.Unsigned(EntityRef.To(threat), "about it")), Change.Add(Some.Unsigned(EntityRef.To(other), $"not about {threat.Id}")));
        await database.EditAsync(risk.Owner, Setter.Rule, Change.Of(threat, threat with { Verdict = new(Answer.Found, "seen again") }));
        await database.EditAsync(risk.Owner, Change.Remove(link));

        var page = await ReadAsync(risk, threat, null, 50);

        Assert.Null(page.Next);
        Assert.Equal(
            ["mitigationLink", "threat", "comment", "mitigation", "mitigationLink", "mitigation", "acceptance", "acceptance threat", "threat"],
            page.Entries.Select(entry => string.Join(' ', entry.Changes.Select(change => change.Entity.Kind).Order())));
        Assert.Equal(Setter.Rule, page.Entries[1].Entry.By);
        Assert.Equal(["verdict"], page.Entries[1].Changes.Single().Fields().Select(field => field.Field));
        Assert.Equal(["status"], page.Entries[3].Changes.Single().Fields().Select(field => field.Field));
        Assert.Equal(("Rita", "Grace"), (page.Entries[6].Entry.Author, page.Entries[7].Entry.Author));
        Assert.Equal("It costs more than it saves.", page.Entries[7].Entry.Reason);
    }

    [Fact]
    public async Task It_is_read_in_parts_without_a_gap()
    {
        var model = await database.NewModelAsync();
        var threat = Some.Threat();
        await database.EditAsync(model, Change.Add(threat));
        for (var n = 0; n < 7; n++)
        {
            await database.EditAsync(model, Change.Of(threat, threat = threat with { Title = $"Title {n}" }));
            await database.EditAsync(model, Change.Add(Some.Asset($"asset {n}")));
        }

        var read = new List<long>();
        for (long? before = null; ;)
        {
            var page = await database.Journal.TimelineAsync(model, threat.Id, before, 3, Cancel);
            read.AddRange(page.Entries.Select(entry => entry.Entry.Number));
            if ((before = page.Next) is null) break;
        }

        Assert.Equal((await database.Journal.HistoryOfAsync(model, EntityRef.To(threat), Cancel)).Select(entry => entry.Entry.Number), read);
    }

    [Fact]
    public async Task A_threat_tells_what_happened_to_those_merged_into_it_until_that_is_taken_back()
    {
        var model = await database.NewModelAsync();
        var (kept, other, mitigation) = (Some.Threat(), Some.Threat(title: "the same again") with { Due = new DateOnly(2027, 1, 31) }, Some.Mitigation());
        await database.EditAsync(model, Change.Add(kept));
        await database.EditAsync(model, Change.Add(other), Change.Add(mitigation));
        await database.EditAsync(model, Change.Add(Some.Link(mitigation, other)));
        Assert.Single((await database.Journal.TimelineAsync(model, kept.Id, null, 50, Cancel)).Entries);

        var plan = ThreatMerge.Plan(await database.RowsAsync(model), kept, [other]);
        await database.EditAsync(model, [.. plan.Changes(new Dictionary<MergeField, Id<Threat>>(), new Dictionary<Id<Mitigation>, Id<Threat>>())!.Value]);

        Assert.Equal(4, (await database.Journal.TimelineAsync(model, kept.Id, null, 50, Cancel)).Entries.Length);
        Assert.Equal((kept.Id, new DateOnly(2027, 1, 31)), await StoredAsync());
        var undo = (await database.Journal.UndoAsync(model, Cancel)).Undo!.Number;
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.Undo(undo)));
        Assert.Equal((null, null), await StoredAsync());

        async Task<(Id<Threat>?, DateOnly?)> StoredAsync()
        {
            var rows = await database.RowsAsync(model);
            return (rows.Find<Threat>(other.Id.Value)!.MergedInto, rows.Find<Threat>(kept.Id.Value)!.Due);
        }
    }

    [Fact]
    public async Task Another_models_threat_tells_nothing()
    {
        var (mine, theirs) = (await database.NewModelAsync(), await database.NewModelAsync());
        var threat = Some.Threat();
        await database.EditAsync(theirs, Change.Add(threat));
        Assert.Empty((await database.Journal.TimelineAsync(mine, threat.Id, null, 50, Cancel)).Entries);
    }

    private Task<TimelinePage> ReadAsync(AcceptedRisk risk, Threat threat, long? before, int limit) => database.Journal.TimelineAsync(risk.Owner, threat.Id, before, limit, Cancel);
}
