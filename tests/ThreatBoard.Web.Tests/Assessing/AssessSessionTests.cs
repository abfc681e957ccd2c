using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Assessing;

namespace ThreatBoard.Web.Tests.Assessing;

public sealed class AssessSessionTests
{
    private readonly Actor _insider = new() { Id = Some.Id<Actor>(), Name = "Insider" };
    private readonly Threat _first = Some.Threat(title: "First") with { Suggested = new(2, 5), Verdict = new(Answer.Found, "Seen in the manifest.") };
    private readonly Threat _second = Some.Threat(title: "Second");
    private readonly AssessSession _session;
    private ModelContent _content;
    private int _saves;
    private string? _refusal;

    public AssessSessionTests()
    {
        _content = ModelContent.Empty.With(_insider).With<Threat>([_first, _second]);
        _session = new(() => _content, SaveAsync);
        _session.Begin([_first.Id, _second.Id]);
    }

    [Fact]
    public async Task Two_figures_and_enter_judge_and_go_on()
    {
        Assert.True(await PressAsync("4", "3", "Enter"));
        Assert.Equal(new Assessment(4, 3, "Seen in the manifest."), Saved(_first).Assessment! with { LookedAt = "" });
        Assert.Equal(_insider.Id, Saved(_first).Actor);
        Assert.Equal(_second.Id, _session.Current!.Id);
    }

    [Fact]
    public async Task S_takes_the_suggestion_over_and_a_figure_after_it_is_a_judgement()
    {
        await PressAsync("s");
        Assert.True(_session.IsSuggestion);
        await PressAsync("Enter");
        Assert.Equal((2, 5, AssessmentSource.Suggestion), (Saved(_first).Assessment!.Likelihood, Saved(_first).Assessment!.Impact, Saved(_first).Assessment!.Source));
        await PressAsync("k", "s", "I1", "Enter");
        Assert.Equal((2, 1, AssessmentSource.Judgement), (Saved(_first).Assessment!.Likelihood, Saved(_first).Assessment!.Impact, Saved(_first).Assessment!.Source));
    }

    [Fact]
    public async Task The_justification_starts_with_that_of_the_threat_assessed_last()
    {
        await PressAsync("4", "3");
        _session.Justification = "Everybody reaches it";
        await PressAsync("Enter");
        Assert.Equal("Everybody reaches it", _session.Justification);
        Assert.Equal(_insider.Id, _session.Actor);
    }

    [Fact]
    public async Task Half_a_rating_is_not_saved_and_says_what_is_missing()
    {
        Assert.False(await PressAsync("4", "Enter"));
        Assert.StartsWith("How bad", _session.Problem, StringComparison.Ordinal);
        Assert.Equal(0, _saves);
    }

    [Fact]
    public async Task A_refusal_stays_at_the_threat_and_keeps_what_was_chosen()
    {
        _refusal = "Somebody removed it.";
        Assert.False(await PressAsync("4", "3", "Enter"));
        Assert.Equal((_first.Id, "Somebody removed it.", 4), (_session.Current!.Id, _session.Problem, _session.Likelihood));
    }

    [Fact]
    public async Task A_third_figure_begins_again_and_the_back_key_takes_all_back()
    {
        await PressAsync("4", "3", "1");
        Assert.Equal((1, (int?)null), (_session.Likelihood, _session.Impact));
        await PressAsync("Backspace");
        Assert.Null(_session.Likelihood);
    }

    [Fact]
    public async Task What_was_passed_over_comes_again_after_the_last()
    {
        await PressAsync("j");
        _session.Justification = "Seen before";
        await PressAsync("1", "1", "Enter");
        Assert.Equal(_first.Id, _session.Current!.Id);
    }

    [Fact]
    public async Task Nothing_is_saved_twice_by_a_second_enter()
    {
        await PressAsync("4", "3", "Enter", "k", "Enter");
        Assert.Equal(1, _saves);
    }

    private Threat Saved(Threat threat) => _content.Find<Threat>(threat.Id.Value)!;

    private async Task<bool> PressAsync(params string[] keys)
    {
        var went = true;
        foreach (var key in keys) went = await _session.PressAsync(key);
        return went;
    }

    private Task<Outcome> SaveAsync(ImmutableArray<Change> changes)
    {
        if (_refusal is not null) return Task.FromResult<Outcome>(new Outcome.Refused([], [new(EntityRef.To(_first), null, _refusal)]));
        _saves++;
        _content = _content.Apply(changes);
        return Task.FromResult<Outcome>(new Outcome.Applied(_saves, changes));
    }
}
