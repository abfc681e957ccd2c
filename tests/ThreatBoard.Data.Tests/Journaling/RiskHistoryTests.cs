using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Tests.Workflow;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Journaling;

/// <summary>Boards of days that have passed, on real PostgreSQL: what the journal was then is what is shown.</summary>
public sealed class RiskHistoryTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly WorkingRules s_rules = WorkingRules.Usual with { Zone = WorkspaceZone.Named("Pacific/Auckland") };
    private static readonly DateOnly s_first = new(2026, 3, 2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RiskHistory History => database.Get<RiskHistory>();

    [Fact]
    public async Task The_board_at_a_past_day_is_that_of_a_replay_to_it()
    {
        var model = await LivedThroughAsync();
        var entries = await database.Journal.AfterAsync(model, 0, 100, Cancel);
        for (var day = s_first.AddDays(-1); day <= s_first.AddDays(7); day = day.AddDays(1))
        {
            var replayed = ModelContent.Empty;
            foreach (var entry in entries.Where(entry => s_rules.DayOf(entry.At) <= day)) replayed = replayed.Apply(await database.Journal.ChangesOfAsync(model, entry.Number, Cancel));
            var (expected, shown) = (Board(replayed, day), Board(await History.AtAsync(model, day, s_rules.Zone, Cancel), day));
            Assert.Equal(expected.Rows.Select(row => (row.Threat, row.State, row.Band, row.Age)), shown.Rows.Select(row => (row.Threat, row.State, row.Band, row.Age)));
            Assert.Equal(expected.Content.CountOf<Component>(), shown.Content.CountOf<Component>());
        }
    }

    [Fact]
    public async Task The_risk_of_each_day_is_that_of_its_board_and_what_moved_it_is_told()
    {
        var model = await LivedThroughAsync();
        var past = await History.DaysAsync(model, s_rules.Zone, s_first.AddDays(-1), s_first.AddDays(7), Cancel);
        Assert.Equal((s_first.AddDays(1), 9), (past.First, past.Days.Length));
        foreach (var day in past.Days)
        {
            var numbers = BoardNumbers.Of(Board(await History.AtAsync(model, day.Day, s_rules.Zone, Cancel), day.Day));
            Assert.Equal((day.Day, numbers.ResidualScore, numbers.Open.Count), (day.Day, day.Score, day.Open));
        }

        Assert.Equal(["First threats", "Encrypted", "Gone again"], past.Days.SelectMany(day => day.Moved).Select(moved => moved.Moment.Words));
    }

    [Fact]
    public async Task What_is_written_after_a_look_is_followed_from_there()
    {
        var model = await LivedThroughAsync();
        var today = s_rules.DayOf(TimeProvider.System.GetUtcNow());
        var before = (await History.DaysAsync(model, s_rules.Zone, today, today, Cancel)).Days[0];
        AcceptedRisk.Applied(await database.EditAsync(model, Change.Add(Some.Threat() with { Assessment = new(5, 5, "new") })));
        var after = (await History.DaysAsync(model, s_rules.Zone, today, today, Cancel)).Days[0];
        Assert.Equal((before.Score + 25, before.Open + 1), (after.Score, after.Open));
    }

    private static BoardDay Board(ModelContent content, DateOnly day) => new(content, new(day, s_rules));

    /// <summary>A week, with a revision in its middle.</summary>
    private async Task<ModelAccess> LivedThroughAsync()
    {
        var model = await database.NewModelAsync();
        var (web, threat, small) = (Some.Component(), Some.Threat() with { Assessment = new(4, 4, "seen") }, Some.Threat() with { Assessment = new(1, 2, "hardly") });
        var mitigation = new Mitigation { Id = Some.Id<Mitigation>(), Title = "encrypt", Status = MitigationStatus.InProgress };
        var link = new MitigationLink { Id = Some.Id<MitigationLink>(), Threat = threat.Id, Mitigation = mitigation.Id, Effect = new(2, 1) };
        await SayAsync(model, "First threats", Change.Add(web), Change.Add(threat), Change.Add(small));
        await SayAsync(model, "Planned", Change.Add(mitigation), Change.Add(link));
        AcceptedRisk.Applied(await database.ApplyAsync(model, new Intent.Publish("As it was")));
        await SayAsync(model, "Encrypted", Change.Of(mitigation, mitigation with { Status = MitigationStatus.Implemented }));
        await SayAsync(model, "Renamed", Change.Of(web, web with { Name = "front" }));
        await SayAsync(model, "Gone again", Change.Remove(small));
        // Two days apart each, the last moment of a day in the workspace's zone.
        await database.TamperAsync(
            "UPDATE journal_entry SET at = ($2::timestamp AT TIME ZONE 'Pacific/Auckland') + (number - 1) * interval '1 day' + interval '23 hours 59 minutes' WHERE model_id = $1", model.ModelId, s_first.ToDateTime(default));
        return model;
    }

    private async Task SayAsync(ModelAccess model, string reason, params Change[] changes) =>
        AcceptedRisk.Applied(await database.ApplyAsync(model, new Intent.Edit([.. changes], Setter.Person, reason)));
}
