using System.Collections.Immutable;
using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Layout;

public sealed class BlockerTests : BunitContext
{
    private static readonly Guid s_model = new(7, 0, 0, new byte[8]);
    private static readonly DateOnly s_today = new(2026, 11, 22);

    private readonly Component _web = Some.Component("web");
    private readonly Iteration _iteration = new() { Id = Some.Id<Iteration>(), Number = 3 };

    [Fact]
    public void Every_kind_of_blocker_has_a_place_and_a_word()
    {
        foreach (var kind in Enum.GetValues<BlockerKind>())
        {
            var blocker = new Blocker(kind, EntityRef.To(_web), Stride.Tampering, "Do it.");
            Assert.StartsWith($"/models/{s_model}/", BlockerPlaces.AddressOf(s_model, blocker), StringComparison.Ordinal);
            Assert.NotEmpty(BlockerPlaces.Word(kind));
        }
    }

    [Fact]
    public void Each_blocker_is_named_and_leads_to_where_it_is_done()
    {
        var round = OpenRound.Of(ModelContent.Empty.With(_web with { Name = "<i>web</i>" }).With(_iteration), s_today, WorkingRules.Usual)!;
        var links = Shown(round.Blocking).FindAll("a");
        Assert.Equal(7, links.Count);
        Assert.Contains("“<i>web</i>” for spoofing", links[1].TextContent, StringComparison.Ordinal);
        Assert.Equal($"/models/{s_model}/iterations/coverage?only=asked&at=component%3A{_web.Id}", links[1].GetAttribute("href"));
    }

    [Fact]
    public void Of_many_only_those_in_sight_are_drawn()
    {
        var many = Enumerable.Range(0, 5_000).Select(n => new Blocker(BlockerKind.NotAssessed, EntityRef.To(_web), null, $"Assess {n}.")).ToImmutableArray();
        Assert.InRange(Shown(many).FindAll("a").Count, 1, 300);
    }

    [Fact]
    public void The_phases_are_told_in_numbers()
    {
        var content = ModelContent.Empty.With(_web).With(_iteration).With(Some.Threat(title: "One") with { Subject = ThreatSubject.Of(_web), Category = Stride.Tampering });
        var phases = PhaseNumbers.Of(OpenRound.Of(content, s_today, WorkingRules.Usual)!);
        Assert.Equal([(1, 6), (0, 1), (0, 1)], phases.Select(phase => (phase.Done, phase.Asked)));
        Assert.Equal([true, false, false], phases.Select(phase => phase.IsNow));
    }

    [Fact]
    public void An_approval_blocks_the_last_phase_where_the_workspace_asks_for_one()
    {
        var content = ModelContent.Empty.With(_iteration with { Phase = IterationPhase.Mitigate });
        Assert.Empty(OpenRound.Of(content, s_today, WorkingRules.Usual)!.Blocking);
        Assert.Equal(BlockerKind.NotApproved, Assert.Single(OpenRound.Of(content, s_today, WorkingRules.Usual with { AsksApproval = true })!.Blocking).Kind);
    }

    private IRenderedComponent<BlockerList> Shown(ImmutableArray<Blocker> blockers)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<BlockerList>(set => set.Add(list => list.Model, s_model).Add(list => list.Blockers, blockers));
    }
}
