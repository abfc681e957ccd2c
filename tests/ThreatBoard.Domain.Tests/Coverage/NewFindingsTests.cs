using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Workflow;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Coverage;

public sealed class NewFindingsTests
{
    private static readonly RuleCard s_old = new("TEST-001", "Old", Stride.Tampering, new(3, 4), "It hurts.", ["Stop it."]);
    private static readonly RuleCard s_newer = s_old with { Version = 2 };

    private readonly Stage _stage = new(Shop.Content);
    private readonly TestClock _clock = new();

    [Fact]
    public void Nothing_is_new_in_the_first_run()
    {
        Open();
        Run(s_old, Shop.Web);
        Assert.Empty(NewFindings.In(_stage.Content).All);
    }

    [Fact]
    public void A_new_version_says_which_findings_are_new_and_only_those()
    {
        Open();
        Run(s_old, Shop.Web);
        _clock.Advance(TimeSpan.FromDays(1));
        Run(s_newer, Shop.Web, Shop.Orders);
        var (threat, rule) = Assert.Single(NewFindings.In(_stage.Content).All);
        Assert.Equal((EntityRef.To(Shop.Orders), "TEST-001", 2), (threat.Subject.Ref, rule.Code, rule.Version));
    }

    [Fact]
    public void A_run_of_the_same_version_keeps_what_was_new_and_adds_nothing()
    {
        Open();
        Run(s_old, Shop.Web);
        _clock.Advance(TimeSpan.FromDays(1));
        Run(s_newer, Shop.Web, Shop.Orders);
        var noted = _stage.Iteration.RulesRun;
        _clock.Advance(TimeSpan.FromDays(1));
        Run(s_newer, Shop.Web, Shop.Orders);
        Assert.Equal(noted, _stage.Iteration.RulesRun);
        Assert.Single(NewFindings.In(_stage.Content).All);
    }

    [Fact]
    public void A_new_version_that_runs_outside_of_any_iteration_says_so_too()
    {
        Run(s_old, Shop.Web);
        Assert.Empty(NewFindings.In(_stage.Content).All);
        _clock.Advance(TimeSpan.FromDays(1));
        Run(s_newer, Shop.Web, Shop.Orders);
        Assert.Equal((EntityRef.To(Shop.Orders), 2), (Assert.Single(NewFindings.In(_stage.Content).All).Threat.Subject.Ref, NewFindings.In(_stage.Content).All[0].Rule.Version));
        Open();
        _clock.Advance(TimeSpan.FromDays(1));
        Run(s_newer, Shop.Web, Shop.Orders);
        Assert.Single(NewFindings.In(_stage.Content).All);
        Assert.Equal(_stage.Content.All<KnownRules>().Single().Rules, _stage.Iteration.RulesRun!.Known);
    }

    [Fact]
    public void What_an_iteration_kept_before_models_did_is_where_a_model_goes_on_from()
    {
        Open();
        Run(s_old, Shop.Web);
        var older = _stage.Content.Apply([Change.Remove(_stage.Content.All<KnownRules>().Single())]);
        Assert.Equal(RulesThatRan.Last(_stage.Content), RulesThatRan.Last(older));
        Assert.Empty(RulesThatRan.Noted(_stage.Content, [s_old], _clock.GetUtcNow()));
        Assert.Equal(KnownRules.OfModel, Assert.IsType<Change<KnownRules>>(Assert.Single(RulesThatRan.Noted(older, [s_old], _clock.GetUtcNow()))).After!.Id);
    }

    [Fact]
    public void What_somebody_has_assessed_is_not_new_any_more()
    {
        Open();
        Run(s_old);
        _clock.Advance(TimeSpan.FromDays(1));
        Run(s_newer, Shop.Web);
        var threat = Assert.Single(NewFindings.In(_stage.Content).All).Threat;
        _stage.Edit(Stage.Ada, Assess.By(_stage.Content, threat, 2, 3, "seen", Shop.Attacker.Id));
        Assert.Empty(NewFindings.In(_stage.Content).All);
    }

    [Fact]
    public void A_new_version_asks_its_category_again()
    {
        Open();
        Run(s_old);
        _stage.Edit(Stage.Ada, [.. Marking.Of(_stage.Content, CoverageTable.Of(_stage.Content).Cells.Select(answer => answer.Cell), CoverageMarkKind.NothingHere, "We looked.", _clock)]);
        Assert.Empty(CoverageTable.Of(_stage.Content).Missing);
        Run(s_newer);
        Assert.All(CoverageTable.Of(_stage.Content).Missing, answer => Assert.Equal((Stride.Tampering, CellState.Outdated), (answer.Cell.Category, answer.State)));
        Assert.NotEmpty(CoverageTable.Of(_stage.Content).Missing);
    }

    [Theory]
    [InlineData("Tampering FLOW-001", 1, false)]
    [InlineData("Tampering FLOW-001 2 2026-11-22T08:30:00.000Z", 2, true)]
    public void A_kept_rule_is_read_as_it_was_written(string text, int version, bool hasSince)
    {
        var rule = KnownRule.Of(text);
        Assert.Equal((Stride.Tampering, "FLOW-001", version, hasSince, text), (rule.Category, rule.Code, rule.Version, rule.Since is not null, rule.ToString()));
    }

    [Fact]
    public void What_an_owner_left_out_can_be_named_again()
    {
        var blocker = new Blocker(BlockerKind.CellOpen, EntityRef.To(Shop.Web), Stride.Tampering, "Look.", "abc");
        Assert.Equal(new LeftOut(BlockerKind.CellOpen, EntityRef.To(Shop.Web), Stride.Tampering), LeftOut.Of(blocker.Key));
        Assert.Equal(new LeftOut(BlockerKind.NoActor, EntityRef.To(Shop.Web), null), LeftOut.Of((blocker with { Kind = BlockerKind.NoActor, Category = null, Digest = "" }).Key));
        Assert.Null(LeftOut.Of("a word of another version"));
    }

    private void Open() => _stage.Must(Stage.Grace, new OpenIteration(new(Shop.Guid(100)), IterationReason.FirstLook));

    private void Run(RuleCard card, params Component[] found) =>
        _stage.Edit(Stage.Ada, [.. new RuleRun([card.Code], [.. found.Select(component => card.On(component, "seen"))]) { Cards = [card] }.ChangesTo(_stage.Content, _clock)]);
}
