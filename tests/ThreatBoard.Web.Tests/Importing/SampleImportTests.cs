using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Rules;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class SampleImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private static readonly Owner s_you = Owner.Person(Data.Database.LocalPerson, "You");
    private static readonly SourceText s_shop = new(Sample.Source.Name, Sample.Source.Cluster, Sample.Source.Environment);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_becomes_a_model_with_threats_and_its_journal_replays()
    {
        var model = await database.SampleAsync();

        var content = await database.ContentAsync(model);
        Assert.True(content.CountOf<Component>() >= 3);
        Assert.Contains(content.All<Threat>(), threat => threat is { Verdict.Answer: Answer.Found, Suggested: not null });
        Assert.Empty(Invariants.Check(content));
        Assert.Equal(64, Assert.Single(content.All<Source>()).Snapshot.Length);
        Assert.Null(await database.Get<Journal>().VerifyAsync(model, Cancel));
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(await database.Get<Journal>().ReplayAsync(model, Cancel)));
    }

    [Fact]
    public async Task Running_the_rules_again_changes_nothing()
    {
        var model = await database.SampleAsync();

        var again = await database.Get<RunRules>().RunAsync(model, Cancel);

        Assert.Empty(Assert.IsType<Outcome.Applied>(again).Changes);
    }

    [Fact]
    public async Task Assessments_owners_comments_and_places_survive_the_next_reading()
    {
        var model = await database.SampleAsync();
        var content = await database.ContentAsync(model);
        var waiting = await WaitAsync(model);
        var gone = waiting.Set.Items.Where(item => item.Kind is ChangeKind.Removed).Select(item => item.Change.Entity).ToHashSet();
        var threat = content.All<Threat>().First(t => t.Subject.Ref.Is<Component>() && !gone.Contains(t.Subject.Ref));
        var subject = threat.Subject.Ref;
        var decided = threat with { Assessment = new(5, 4, "seen in the test"), Owner = s_you, Due = new(2027, 1, 31), Treatment = new(TreatmentKind.Mitigate, "") };
        var comment = new Comment { Id = Id<Comment>.New(TimeProvider.System), On = EntityRef.To(threat), Text = "seen" };
        var place = new Placement { Id = Id<Placement>.New(TimeProvider.System), Diagram = content.All<Diagram>().First().Id, Element = subject, At = new(120, 80) };
        var named = content.Find<Component>(subject.Id)! with { Description = "the way in" };
        await database.EditAsync(model, Change.Of(threat, decided), Change.Add(comment), Change.Add(place), Change.Of(content.Find<Component>(subject.Id)!, named));

        var accepted = await AcceptAsync(model, await FindAsync(model, waiting));

        Assert.Null(accepted.Problem);
        var after = await database.ContentAsync(model);
        var kept = after.Find<Threat>(threat.Id.Value)!;
        Assert.Equal((decided.Assessment, s_you, decided.Due, decided.Treatment), (kept.Assessment, kept.Owner, kept.Due, kept.Treatment));
        Assert.Equal(("seen", place), (after.Find<Comment>(comment.Id.Value)!.Text, after.Find<Placement>(place.Id.Value)));
        Assert.Equal("the way in", after.Find<Component>(subject.Id)!.Description);
        Assert.Equal(ContentHash.Of(after), ContentHash.Of(await database.Get<Journal>().ReplayAsync(model, Cancel)));
    }

    [Fact]
    public async Task The_hardened_version_resolves_threats_and_is_one_entry_beside_the_run_of_the_rules()
    {
        var model = await database.SampleAsync();
        var before = await database.ContentAsync(model);
        var number = (await database.Get<LiveModels>().ReadAsync(model, Cancel)).Number;
        var waiting = await WaitAsync(model);

        await AcceptAsync(model, waiting);

        var entries = await database.Get<Journal>().AfterAsync(model, number, limit: 10, Cancel);
        Assert.Equal([Setter.Importer, Setter.Rule], entries.Select(entry => entry.By));
        var risk = RiskChange.Of(before, await database.ContentAsync(model));
        Assert.NotEmpty(risk.Of(ThreatDeltaKind.Gone));
        Assert.Equal(waiting.Set.Forecast.After.Score, risk.After.Score);
        Assert.True(risk.After.Score < risk.Before.Score);
    }

    [Fact]
    public async Task A_declared_renaming_keeps_the_id_and_its_threats()
    {
        var model = await database.SampleAsync();
        var waiting = await WaitAsync(model);
        var (removed, added) = waiting.Set.Pairs.First(pair => pair.Added.Change is Change<Boundary>);
        var word = new Domain.Sources.SameAs(added.Change.Entity.Kind, added.Key, removed.Change.Entity.Id);
        await database.Get<WaitingImports>().DecideAsync(model, waiting.Import, waiting.Set.Decisions.Declaring(word), Cancel);

        await AcceptAsync(model, await FindAsync(model, waiting));

        Assert.Equal(added.Title, (await database.ContentAsync(model)).Find<Boundary>(removed.Change.Entity.Id)!.Name);
    }

    [Fact]
    public async Task A_refusal_is_remembered()
    {
        var model = await database.SampleAsync();
        var waiting = await WaitAsync(model);
        var refused = waiting.Set.Items.First(item => item.Kind is ChangeKind.Added && item.Change is Change<Component>);
        await database.Get<WaitingImports>().DecideAsync(model, waiting.Import, waiting.Set.Decisions.Refusing(refused.Name), Cancel);
        await AcceptAsync(model, await FindAsync(model, waiting));

        Assert.Null((await database.ContentAsync(model)).Find(refused.Change.Entity));
        var again = await WaitAsync(model);
        Assert.DoesNotContain(again.Set.Items, item => item.Name == refused.Name);
        Assert.Contains(refused.Name, again.Set.Proposal.NotTaken);
    }

    [Fact]
    public async Task A_change_set_is_computed_again_when_the_model_has_moved()
    {
        var model = await database.SampleAsync();
        var first = await WaitAsync(model);
        Assert.False(first.HasMoved);
        await database.EditAsync(model, Change.Add(new Component { Id = Id<Component>.New(TimeProvider.System), Name = "Courier" }));

        var again = await FindAsync(model, first);

        Assert.True(again.HasMoved);
        Assert.False((await FindAsync(model, first)).HasMoved);
        Assert.Contains(again.Set.Now.All<Component>(), component => component.Name == "Courier");
    }

    [Fact]
    public async Task Two_clusters_live_in_one_model_and_neither_removes_what_the_other_brought()
    {
        var model = await database.SampleAsync();
        var before = await database.ContentAsync(model);
        var staging = await database.Get<StoreReading>().RunAsync(model, s_shop with { Cluster = "staging" }, ManifestReader.Read(Sample.Hardened), Cancel);

        var waiting = (await database.Get<WaitingImports>().FindAsync(model, staging.SourceId, Cancel))!;

        Assert.All(waiting.Set.Items, item => Assert.Equal(ChangeKind.Added, item.Kind));
        await AcceptAsync(model, waiting);
        var after = await database.ContentAsync(model);
        Assert.All(before.All<Component>(), component => Assert.Equal(component, after.Find<Component>(component.Id.Value)));
    }

    [Fact]
    public async Task A_change_set_that_was_taken_or_discarded_waits_no_more()
    {
        var model = await database.SampleAsync();
        var waiting = await WaitAsync(model);

        Assert.True(await database.Get<WaitingImports>().DiscardAsync(model, waiting.Import, Cancel));

        Assert.Null(await database.Get<WaitingImports>().FindAsync(model, waiting.Import.SourceId, Cancel));
    }

    private async Task<WaitingImport> WaitAsync(ModelAccess model)
    {
        var import = await database.Get<StoreReading>().RunAsync(model, s_shop, ManifestReader.Read(Sample.Hardened), Cancel);
        return (await database.Get<WaitingImports>().FindAsync(model, import.SourceId, Cancel))!;
    }

    private async Task<WaitingImport> FindAsync(ModelAccess model, WaitingImport waiting) =>
        (await database.Get<WaitingImports>().FindAsync(model, waiting.Import.SourceId, Cancel))!;

    private Task<AcceptedImport> AcceptAsync(ModelAccess model, WaitingImport waiting) => database.Get<AcceptImport>().RunAsync(model, waiting, Cancel);
}
