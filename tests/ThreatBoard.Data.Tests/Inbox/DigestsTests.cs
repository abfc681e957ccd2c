using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Inbox;

public sealed class DigestsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    /// <summary>Tomorrow at six in the morning, in UTC: whatever the tests write is older.</summary>
    private readonly TestClock _clock = new(new DateTimeOffset(TimeProvider.System.GetUtcNow().Date.AddDays(1).AddHours(6), TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Digests Digests => new(database.Get<IDbContextFactory<ThreatBoardDb>>(), database.Get<Inboxes>(), _clock);

    [Fact]
    public async Task Each_gets_one_a_day_once_the_hour_has_come()
    {
        var anna = await MentionedAsync("Anna");
        Assert.DoesNotContain(anna, await Digests.WaitingAsync(Cancel));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains(anna, await Digests.WaitingAsync(Cancel));
        var digest = Assert.Single(await SentAsync(anna));
        Assert.Equal(("Anna", NoticeKind.Mentioned, 1), (digest.Name, Assert.Single(digest.New).Notice.Kind, digest.Unread));
        Assert.DoesNotContain(anna, await Digests.WaitingAsync(Cancel));
        Assert.Empty(await SentAsync(anna));
    }

    [Fact]
    public async Task What_was_told_yesterday_is_not_told_again_and_without_news_there_is_none()
    {
        var anna = await MentionedAsync("Anna");
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await SentAsync(anna));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(anna, await Digests.WaitingAsync(Cancel));
        Assert.Empty(await SentAsync(anna));
        Assert.DoesNotContain(anna, await Digests.WaitingAsync(Cancel));
    }

    [Fact]
    public async Task One_that_could_not_be_sent_is_not_lost()
    {
        var anna = await MentionedAsync("Anna");
        _clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Digests.SendAsync(anna, _ => throw new InvalidOperationException("no server"), Cancel));
        Assert.Contains(anna, await Digests.WaitingAsync(Cancel));
        Assert.Single(await SentAsync(anna));
    }

    [Fact]
    public async Task Many_processes_at_once_send_one()
    {
        var anna = await MentionedAsync("Anna");
        _clock.Advance(TimeSpan.FromHours(1));
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SentAsync(anna), Cancel)));
        Assert.Single(sent.SelectMany(digests => digests));
    }

    [Fact]
    public async Task The_hour_is_the_persons_own_in_their_time_zone_and_whoever_wants_none_gets_none()
    {
        var anna = await MentionedAsync("Anna");
        Assert.True(await Digests.SetAsync(Caller.OfProcess(anna), wanted: true, 16, "Asia/Tokyo", Cancel));
        // Six in UTC is three in the afternoon in Tokyo.
        Assert.DoesNotContain(anna, await Digests.WaitingAsync(Cancel));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains(anna, await Digests.WaitingAsync(Cancel));
        Assert.True(await Digests.SetAsync(Caller.OfProcess(anna), wanted: false, 99, "Nowhere/Else", Cancel));
        Assert.DoesNotContain(anna, await Digests.WaitingAsync(Cancel));
        var setting = await Digests.SettingAsync(Caller.OfProcess(anna), Cancel);
        Assert.Equal((false, 23, "UTC"), (setting.Wanted, setting.Hour, setting.Zone));
    }

    [Fact]
    public async Task Nothing_is_told_of_what_one_may_not_read_any_more()
    {
        var anna = await MentionedAsync("Anna");
        await database.TamperAsync("DELETE FROM membership WHERE person_id = $1", anna);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await SentAsync(anna));
    }

    /// <summary>Somebody with an account who is mentioned once.</summary>
    private async Task<Guid> MentionedAsync(string name)
    {
        var model = await database.NewModelAsync();
        var person = (await database.AsAsync(model, name)).Person;
        await database.TamperAsync(
            "INSERT INTO account (id, email, normalized_email, user_name, normalized_user_name, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, factor_step) VALUES ($1, $2, upper($2), $2, upper($2), true, false, true, 0, 0)",
            person.Id, $"{person.Id:N}@example.org");
        var component = Some.Component("web");
        var said = Some.Unsigned(EntityRef.To(component), $"{new Mention(IsTeam: false, person.Id, name)} look");
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(component), Change.Add(said)));
        await database.Get<InboxFeed>().RunAsync([], Cancel);
        return person.Id;
    }

    private async Task<IReadOnlyList<Digest>> SentAsync(Guid person)
    {
        var sent = new List<Digest>();
        await Digests.SendAsync(
            person,
            digest =>
            {
                sent.Add(digest);
                return Task.CompletedTask;
            },
            Cancel);
        return sent;
    }
}
