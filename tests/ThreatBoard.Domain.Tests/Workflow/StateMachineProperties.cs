using FsCheck;
using FsCheck.Fluent;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Workflow;

/// <summary>Whatever people do in whatever order: no illegal state, nothing beside the journal, and every guard bites somewhere.</summary>
public sealed class StateMachineProperties
{
    private const int Actions = 60;

    /// <summary>Enough for people who act at random to get through an iteration.</summary>
    private const int Long = 400;

    private static Arbitrary<int> Seeds { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 10));

    [Fact]
    public void No_sequence_of_actions_reaches_an_illegal_state() => After(play =>
    {
        Assert.Empty(Invariants.Check(play.Stage.Content));
        foreach (var threat in play.Stage.Content.All<Threat>()) IsLegal(play.Stage, threat);
        foreach (var mitigation in play.Stage.Content.All<Mitigation>()) IsLegal(play.Stage, mitigation);
        foreach (var iteration in play.Stage.Content.All<Iteration>()) IsLegal(iteration);
    });

    [Fact]
    public void Every_transition_is_in_the_journal_and_a_replay_gives_the_state() => After(play =>
    {
        var replayed = ModelContent.Empty;
        foreach (var moment in play.Stage.Journal)
        {
            // Each entry says what it found, and so nothing happened between two of them.
            Assert.All(moment.Changes, change => Assert.Equal(replayed.Has(change.Entity), change.Kind is not ChangeKind.Added));
            Assert.True(SameEntities(moment.Changes, Comparison.Between(replayed, replayed.Apply(moment.Changes))));
            replayed = replayed.Apply(moment.Changes);
        }

        Same.Models(replayed, play.Stage.Content);
    });

    [Fact]
    public void Every_guard_is_reached()
    {
        var missed = new HashSet<BlockerKind>();
        for (var seed = 0; seed < 100 && missed.Count < Enum.GetValues<BlockerKind>().Length; seed++) missed.UnionWith(Played(seed, Long).Missed);
        Assert.Empty(Enum.GetValues<BlockerKind>().Except(missed));
    }

    [Fact]
    public void Every_kind_of_status_and_every_phase_is_reached()
    {
        var (statuses, phases, acceptances) = (new HashSet<ThreatStatus>(), new HashSet<IterationPhase>(), new HashSet<AcceptanceState>());
        for (var seed = 0; seed < 20; seed++)
        {
            var play = new RandomPlay(seed);
            for (var action = 0; action < Long; action++)
            {
                play.Act();
                var content = play.Stage.Content;
                statuses.UnionWith(ThreatState.OfAll(content).Values.Select(state => state.Status));
                phases.UnionWith(content.All<Iteration>().Select(iteration => iteration.Phase));
                acceptances.UnionWith(content.All<Acceptance>().Select(acceptance => acceptance.State));
            }
        }

        Assert.Empty(Enum.GetValues<ThreatStatus>().Except([.. statuses, ThreatStatus.Avoided]));
        Assert.Empty(Enum.GetValues<IterationPhase>().Except(phases));
        Assert.Empty(Enum.GetValues<AcceptanceState>().Except(acceptances));
    }

    private static void After(Action<RandomPlay> holds) => Check.QuickThrowOnFailure(Prop.ForAll(Seeds, seed => holds(Played(seed))));

    private static RandomPlay Played(int seed, int actions = Actions)
    {
        var play = new RandomPlay(seed);
        for (var action = 0; action < actions; action++) play.Act();
        return play;
    }

    private static bool SameEntities(IEnumerable<Change> one, IEnumerable<Change> other) => one.Select(change => change.Entity).ToHashSet().SetEquals(other.Select(change => change.Entity));

    private static void IsLegal(Stage stage, Threat threat)
    {
        var open = stage.Content.All<Acceptance>().Where(acceptance => acceptance.Threat == threat.Id && acceptance.IsOpen).ToList();
        Assert.InRange(open.Count(acceptance => acceptance.State is AcceptanceState.Approved), 0, 1);
        Assert.InRange(open.Count(acceptance => acceptance.State is AcceptanceState.Requested), 0, 1);
        if (open.Count > 0) Assert.Equal(TreatmentKind.Accept, threat.Treatment.Kind);
        Assert.All(open.Where(acceptance => acceptance.Decision is not null), acceptance => Assert.NotEqual(acceptance.Requested.Person, acceptance.Decision!.Person));
        var isAccepted = ThreatState.OfAll(stage.Content, stage.Today)[threat.Id].Status is ThreatStatus.Accepted;
        if (isAccepted) Assert.Contains(open, acceptance => acceptance.Holds(stage.Today));
    }

    private static void IsLegal(Stage stage, Mitigation mitigation)
    {
        Assert.Equal(mitigation.IsDone, mitigation.Implemented is not null);
        Assert.Equal(mitigation.Status is MitigationStatus.Verified, mitigation.Verified is not null);
        if (stage.Rules.VerifierDiffers && mitigation is { Verified: { } verified, Implemented: { } implemented }) Assert.NotEqual(implemented.Person, verified.Person);
    }

    private static void IsLegal(Iteration iteration)
    {
        Assert.Equal((int)iteration.Phase, iteration.Closings.Count);
        Assert.Equal(Enumerable.Range(0, iteration.Closings.Count), iteration.Closings.Select(closing => (int)closing.Phase));
        Assert.Equal(!iteration.IsOpen, iteration.Revision is not null);
        Assert.All(iteration.Closings, closing => Assert.Equal(closing.Left.Count > 0, closing.IsOverridden));
    }
}
