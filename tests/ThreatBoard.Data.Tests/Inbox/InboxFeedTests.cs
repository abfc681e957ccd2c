using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Inbox;

public sealed class InboxFeedTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_mentioned_is_told_once_however_often_the_comment_changes_or_is_read()
    {
        var (model, anna) = await ShopAsync();
        var said = await SayAsync(model, $"Look at this, {At(anna)}.");
        await FeedAsync();
        await FeedAsync();
        await database.EditAsync(model, Change.Of(said, said with { Text = $"{said.Text} Please." }));
        await FeedAsync();
        var notice = Assert.Single(await InboxAsync(anna));
        Assert.Equal((NoticeKind.Mentioned, said.On, "You", said.Text), (notice.Kind, notice.Subject, notice.By, notice.Words));
        Assert.Empty(await InboxAsync(model));
    }

    [Fact]
    public async Task A_mention_that_is_added_later_is_told()
    {
        var (model, anna) = await ShopAsync();
        var said = await SayAsync(model, "Look at this.");
        await FeedAsync();
        Assert.Empty(await InboxAsync(anna));
        await database.EditAsync(model, Change.Of(said, said with { Text = $"{At(anna)} look at this." }));
        await FeedAsync();
        Assert.Single(await InboxAsync(anna));
    }

    [Fact]
    public async Task Nobody_is_told_about_what_they_say_themselves()
    {
        var (model, anna) = await ShopAsync();
        await SayAsync(anna, $"I, {At(anna)}, saw it; {At(model)} did not.");
        await FeedAsync();
        Assert.Empty(await InboxAsync(anna));
        Assert.Single(await InboxAsync(model));
    }

    [Fact]
    public async Task A_team_is_told_as_its_members_and_each_of_them_once()
    {
        var (model, anna) = await ShopAsync();
        var grace = await database.AsAsync(model, "Grace");
        var team = await TeamAsync(model, anna, grace, model);
        await SayAsync(model, $"{new Mention(IsTeam: true, team, "Ops")} and {At(grace)}");
        await FeedAsync();
        Assert.Single(await InboxAsync(anna));
        Assert.Single(await InboxAsync(grace));
        Assert.Empty(await InboxAsync(model));
    }

    [Fact]
    [Trait("Matrix", "D27")]
    public async Task Whoever_is_no_member_is_not_told()
    {
        var (model, _) = await ShopAsync();
        var stranger = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await database.TamperAsync("INSERT INTO person (id, name, created_at) VALUES ($1, 'Eve', now())", stranger);
        await SayAsync(model, $"{new Mention(IsTeam: false, stranger, "Eve")} {new Mention(IsTeam: true, stranger, "Eve")} {new Mention(IsTeam: false, Some.Id<Asset>().Value, "Nobody")}");
        await FeedAsync();
        await using var db = database.Db();
        Assert.DoesNotContain(db.Notices, n => n.PersonId == stranger);
    }

    [Fact]
    public async Task Work_given_to_somebody_is_told_and_work_taken_by_oneself_is_not()
    {
        var (model, anna) = await ShopAsync();
        var threat = Some.Threat() with { Title = "Stolen token", Due = new DateOnly(2099, 1, 31) };
        await database.EditAsync(model, Change.Add(threat));
        await database.EditAsync(model, Change.Of(threat, threat with { Owner = Owner(anna) }));
        var mitigation = Some.Mitigation("Rotate it") with { Owner = Owner(model) };
        await database.EditAsync(model, Change.Add(mitigation));
        await FeedAsync();
        var notice = Assert.Single(await InboxAsync(anna));
        Assert.Equal((NoticeKind.Assigned, EntityRef.To(threat), "Stolen token", threat.Due), (notice.Kind, notice.Subject, notice.Title, notice.Due));
        Assert.Empty(await InboxAsync(model));
    }

    [Fact]
    public async Task Work_that_was_passed_on_at_once_is_told_to_the_last_one_alone()
    {
        var (model, anna) = await ShopAsync();
        var grace = await database.AsAsync(model, "Grace");
        var threat = Some.Threat() with { Owner = Owner(anna) };
        await database.EditAsync(model, Change.Add(threat));
        await database.EditAsync(model, Change.Of(threat, threat with { Owner = Owner(grace) }));
        await FeedAsync();
        Assert.Empty(await InboxAsync(anna));
        Assert.Single(await InboxAsync(grace));
    }

    [Fact]
    public async Task A_title_changed_on_owned_work_is_told_to_nobody()
    {
        var (model, anna) = await ShopAsync();
        var threat = Some.Threat() with { Owner = Owner(anna) };
        await database.EditAsync(model, Change.Add(threat));
        await FeedAsync();
        await database.EditAsync(model, Change.Of(threat, threat with { Title = "Other words" }));
        await FeedAsync();
        Assert.Single(await InboxAsync(anna));
    }

    [Fact]
    public async Task Many_processes_at_once_tell_everything_once()
    {
        var (model, anna) = await ShopAsync();
        for (var i = 0; i < 20; i++) await SayAsync(model, $"{i} {At(anna)}");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(FeedAsync, Cancel)));
        Assert.Equal(20, (await InboxAsync(anna)).Count);
    }

    [Fact]
    public async Task What_was_said_before_a_failure_is_told_after_it()
    {
        var (model, anna) = await ShopAsync();
        await SayAsync(model, At(anna));
        await FeedAsync();
        // As if the process had ended before it noted how far it was.
        await database.TamperAsync("DELETE FROM inbox_cursor WHERE model_id = $1", model.ModelId);
        await SayAsync(model, At(anna));
        await FeedAsync();
        Assert.Equal(2, (await InboxAsync(anna)).Count);
    }

    [Fact]
    public async Task An_inbox_shows_nothing_of_a_model_that_its_owner_may_not_read_any_more()
    {
        var (model, anna) = await ShopAsync();
        await SayAsync(model, At(anna));
        await FeedAsync();
        Assert.Equal(1, await database.Get<Inboxes>().CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel));
        var notice = Assert.Single(await InboxAsync(anna));
        await database.TamperAsync("DELETE FROM membership WHERE person_id = $1", anna.Person.Id);
        Assert.Empty(await InboxAsync(anna));
        Assert.Equal(0, await database.Get<Inboxes>().CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel));
        Assert.False(await database.Get<Inboxes>().MarkAsync(Caller.OfProcess(anna.Person.Id), notice.Id, read: true, Cancel));
    }

    [Fact]
    public async Task Only_whose_it_is_marks_a_notice_and_is_signalled()
    {
        var (model, anna) = await ShopAsync();
        var inboxes = database.Get<Inboxes>();
        var signals = 0;
        using var subscription = database.Get<InboxSignals>().Subscribe(anna.Person.Id, () => Interlocked.Increment(ref signals));
        await SayAsync(model, At(anna));
        await FeedAsync();
        var notice = Assert.Single(await InboxAsync(anna));
        Assert.False(await inboxes.MarkAsync(Caller.OfProcess(model.Person.Id), notice.Id, read: true, Cancel));
        Assert.True(await inboxes.MarkAsync(Caller.OfProcess(anna.Person.Id), notice.Id, read: true, Cancel));
        Assert.Empty(await inboxes.ListAsync(Caller.OfProcess(anna.Person.Id), new(UnreadOnly: true), Cancel));
        Assert.True(await inboxes.MarkAsync(Caller.OfProcess(anna.Person.Id), notice.Id, read: false, Cancel));
        await inboxes.MarkAllReadAsync(Caller.OfProcess(anna.Person.Id), NoticeKind.Due, Cancel);
        Assert.Equal(1, await inboxes.CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel));
        await inboxes.MarkAllReadAsync(Caller.OfProcess(anna.Person.Id), NoticeKind.Mentioned, Cancel);
        Assert.Equal((0, 4), (await inboxes.CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel), signals));
    }

    private static string At(ModelAccess who) => new Mention(IsTeam: false, who.Person.Id, who.Person.Name).ToString();

    private static Owner Owner(ModelAccess who) => Domain.Modeling.Owner.Person(who.Person.Id, who.Person.Name);

    private async Task<(ModelAccess Model, ModelAccess Anna)> ShopAsync()
    {
        var model = await database.NewModelAsync();
        await FeedAsync();
        await database.Get<Inboxes>().MarkAllReadAsync(Caller.OfProcess(model.Person.Id), kind: null, Cancel);
        return (model, await database.AsAsync(model, "Anna"));
    }

    private async Task<Comment> SayAsync(ModelAccess who, string text)
    {
        var component = Some.Component("web");
        var said = Some.Unsigned(EntityRef.To(component), text);
        Assert.IsType<Outcome.Applied>(await database.EditAsync(who, Change.Add(component), Change.Add(said)));
        return (await database.RowsAsync(who)).Find<Comment>(said.Id.Value)!;
    }

    private async Task<Guid> TeamAsync(ModelAccess model, params ModelAccess[] members)
    {
        var team = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await database.TamperAsync("INSERT INTO team (id, workspace_id, name) VALUES ($1, $2, $3)", team, model.WorkspaceId, $"Ops {team}");
        foreach (var member in members) await database.TamperAsync("INSERT INTO team_member (workspace_id, team_id, person_id) VALUES ($1, $2, $3)", model.WorkspaceId, team, member.Person.Id);
        return team;
    }

    private Task FeedAsync() => database.Get<InboxFeed>().RunAsync([], Cancel);

    /// <summary>What is in the inbox of this model.</summary>
    private async Task<IReadOnlyList<Notice>> InboxAsync(ModelAccess who) =>
        [.. (await database.Get<Inboxes>().ListAsync(Caller.OfProcess(who.Person.Id), new(), Cancel)).Select(row => row.Notice).Where(n => n.ModelId == who.ModelId)];
}
