using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Calendar;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Workflow;

/// <summary>Whoever has to decide, and whoever answers for a threat, is told once and no longer than it waits.</summary>
public sealed class DecisionNoticesTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_acceptance_that_is_asked_for_waits_for_reviewers_until_one_has_decided()
    {
        var risk = await AcceptedRisk.RequestedAsync(database);
        await FeedAsync();
        await FeedAsync();
        Assert.Equal([NoticeKind.Approval], await UnreadAsync(risk.Rita));
        Assert.Empty(await UnreadAsync(risk.Grace));
        AcceptedRisk.Applied(await risk.TakeAsync(risk.Owner, risk.Approve()));
        await FeedAsync();
        Assert.Empty(await UnreadAsync(risk.Rita));
    }

    [Fact]
    public async Task A_revision_that_is_to_be_approved_waits_for_reviewers()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        AcceptedRisk.Applied(await risk.TakeAsync(risk.Grace, new AskApproval(Some.Id<Approval>())));
        await FeedAsync();
        Assert.Equal([NoticeKind.Approval], await UnreadAsync(risk.Rita));
    }

    [Fact]
    public async Task Fourteen_days_before_its_last_day_and_once_it_has_passed_the_owner_is_told()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        await database.TamperAsync("UPDATE acceptance SET terms_expires = (now() AT TIME ZONE 'UTC')::date + 15 WHERE id = $1", risk.Acceptance.Value);
        await FeedAsync();
        Assert.Empty(await UnreadAsync(risk.Grace));
        await database.TamperAsync("UPDATE acceptance SET terms_expires = (now() AT TIME ZONE 'UTC')::date + 14 WHERE id = $1", risk.Acceptance.Value);
        await FeedAsync();
        Assert.Equal([NoticeKind.Expiring], await UnreadAsync(risk.Grace));
        await risk.PassAsync();
        await database.Get<CalendarJobs>().RunAsync(Cancel);
        await FeedAsync();
        Assert.Equal([NoticeKind.Expired], await UnreadAsync(risk.Grace));
    }

    [Fact]
    public async Task A_review_that_is_due_is_told_to_whoever_sees_to_it()
    {
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna");
        var today = await database.Get<WorkspaceRules>().TodayAsync(model, Cancel);
        await database.EditAsync(model, Change.Add(Some.ReviewPlan() with { Months = 1, From = today.AddMonths(-2), Owner = Owner.Person(anna.Person.Id, "Anna") }));
        await database.Get<CalendarJobs>().RunAsync(Cancel);
        await FeedAsync();
        Assert.Equal([NoticeKind.Review], await UnreadAsync(anna));
    }

    private Task FeedAsync() => database.Get<InboxFeed>().RunAsync([], Cancel);

    /// <summary>Of decisions; what somebody is given besides does not count here.</summary>
    private async Task<IReadOnlyList<NoticeKind>> UnreadAsync(ModelAccess who)
    {
        var notices = await database.Get<Inboxes>().ListAsync(Caller.OfProcess(who.Person.Id), new(UnreadOnly: true), Cancel);
        return [.. notices.Where(row => row.Notice.ModelId == who.ModelId).Select(row => row.Notice.Kind).Where(kind => kind >= NoticeKind.Approval)];
    }
}
