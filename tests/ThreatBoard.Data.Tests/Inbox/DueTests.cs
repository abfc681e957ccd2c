using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Inbox;

public sealed class DueTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const int Soon = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_due_soon_and_what_is_overdue_is_told_once_and_what_is_far_off_is_not()
    {
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna");
        await OwnAsync(model, anna, "late", await DayAsync(-1));
        await OwnAsync(model, anna, "today", await DayAsync(0));
        await OwnAsync(model, anna, "soon", await DayAsync(Soon));
        await OwnAsync(model, anna, "later", await DayAsync(Soon + 1));
        await LookAsync();
        await LookAsync();
        Assert.Equal([("late", NoticeKind.Overdue), ("soon", NoticeKind.Due), ("today", NoticeKind.Due)], await UnreadAsync(anna));
    }

    [Fact]
    public async Task What_becomes_overdue_is_told_anew()
    {
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna");
        var threat = await OwnAsync(model, anna, "token", await DayAsync(0));
        await LookAsync();
        await database.TamperAsync("UPDATE threat SET due = current_date - 1 WHERE id = $1", threat.Id.Value);
        await LookAsync();
        Assert.Equal([("token", NoticeKind.Overdue)], await UnreadAsync(anna));
    }

    [Fact]
    public async Task What_is_done_put_off_or_passed_on_waits_no_longer()
    {
        var model = await database.NewModelAsync();
        var (anna, grace) = (await database.AsAsync(model, "Anna"), await database.AsAsync(model, "Grace"));
        var day = await DayAsync(1);
        var resolved = await OwnAsync(model, anna, "resolved", day);
        var off = await OwnAsync(model, anna, "put off", day);
        var passed = await OwnAsync(model, anna, "passed on", day);
        var done = Some.Mitigation("done") with { Owner = Owner(anna), Due = day };
        await database.EditAsync(anna, Change.Add(done));
        await LookAsync();
        Assert.Equal(4, (await UnreadAsync(anna)).Count);

        await database.EditAsync(
            model, Change.Of(resolved, resolved with { Treatment = new(TreatmentKind.NotApplicable, "gone") }), Change.Of(off, off with { Due = day.AddDays(60) }),
            Change.Of(passed, passed with { Owner = Owner(grace) }), Change.Of(done, done with { Status = MitigationStatus.Implemented }));
        await FeedAsync();
        Assert.Empty(await UnreadAsync(anna));
        await LookAsync();
        Assert.Equal([("passed on", NoticeKind.Assigned), ("passed on", NoticeKind.Due)], await UnreadAsync(grace));
    }

    [Fact]
    public async Task A_change_set_waits_for_those_who_may_decide_until_somebody_has()
    {
        var model = await database.NewModelAsync();
        var (anna, rita) = (await database.AsAsync(model, "Anna"), await database.AsAsync(model, "Rita", Role.Reviewer));
        var source = Some.Source("shop") with { Snapshot = await database.Get<SnapshotStore>().PutAsync(model, "reading"u8.ToArray(), Cancel) };
        var proposal = await database.Get<ProposalStore>().AddAsync(model, source, "{}", Cancel);
        await FeedAsync();
        await FeedAsync();
        Assert.Equal([("shop", NoticeKind.ChangeSet)], await UnreadAsync(anna));
        Assert.Empty(await UnreadAsync(rita));
        Assert.Empty(await UnreadAsync(model));

        await database.Get<ProposalStore>().DecideAsync(anna, proposal.Id, ProposalState.Discarded, Cancel);
        await database.Get<InboxFeed>().RunAsync([model.ModelId], Cancel);
        Assert.Empty(await UnreadAsync(anna));
    }

    private static Owner Owner(ModelAccess who) => Domain.Modeling.Owner.Person(who.Person.Id, who.Person.Name);

    private async Task<Threat> OwnAsync(ModelAccess model, ModelAccess who, string title, DateOnly due)
    {
        var threat = Some.Threat() with { Title = title, Owner = Owner(who), Due = due };
        Assert.IsType<Outcome.Applied>(await database.EditAsync(who, Change.Add(threat)));
        await FeedAsync();
        return threat;
    }

    /// <summary>By the database's clock, as the product takes it.</summary>
    private async Task<DateOnly> DayAsync(int fromToday)
    {
        await using var db = database.Db();
        return (await db.Database.SqlQuery<DateOnly>($"SELECT current_date AS \"Value\"").SingleAsync(Cancel)).AddDays(fromToday);
    }

    private Task FeedAsync() => database.Get<InboxFeed>().RunAsync([], Cancel);

    private Task LookAsync() => database.Get<InboxFeed>().LookAtDaysAsync(Soon, Cancel);

    private async Task<IReadOnlyList<(string Title, NoticeKind Kind)>> UnreadAsync(ModelAccess who) =>
        [.. (await database.Get<Inboxes>().ListAsync(Caller.OfProcess(who.Person.Id), new(UnreadOnly: true), Cancel))
            .Where(row => row.Notice.ModelId == who.ModelId).Select(row => (row.Notice.Title, row.Notice.Kind)).Order()];
}
