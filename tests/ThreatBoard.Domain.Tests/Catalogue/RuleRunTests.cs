using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Tests.Catalogue;

public sealed class RuleRunTests
{
    private static readonly RuleCard s_card = new("TEST-001", "A finding", Stride.Tampering, new(3, 4), "It hurts.", ["Stop it."], Actor: ActorKind.MaliciousInsider);

    private readonly Sketch _sketch = new();

    [Fact]
    public void A_finding_becomes_a_threat_with_the_rules_suggestion_and_actor()
    {
        foreach (var actor in StartingActors.Make(TimeProvider.System)) _sketch.Put(actor);
        var api = _sketch.Component("api");
        var threat = Run(s_card.On(api, "seen", new Evidence("v1/Pod/api", "spec", "x"))).All<Threat>().Single();
        Assert.Equal(("A finding", Stride.Tampering, ThreatSource.Rule), (threat.Title, threat.Category, threat.CameFrom));
        Assert.Equal(new Verdict(Answer.Found, "seen"), threat.Verdict);
        Assert.Equal(ThreatSubject.Of(api), threat.Subject);
        Assert.Equal(new Rating(3, 4), threat.Suggested);
        Assert.Null(threat.Assessment);
        Assert.Equal([new("v1/Pod/api", "spec", "x")], threat.Evidence);
        Assert.Equal(ActorKind.MaliciousInsider, _sketch.Content.Find(threat.Actor)!.Kind);
    }

    [Fact]
    public void What_a_finding_weighs_in_its_place_is_kept_with_the_reason_and_follows_the_next_run()
    {
        var api = _sketch.Component("api");

        var near = Run(s_card.On(api, "Seen.") with { Suggested = new(4, 4), Adjusted = "The internet reaches it." }).All<Threat>().Single();
        Assert.Equal((new Rating(4, 4), "Seen. The internet reaches it."), (near.Suggested, near.Verdict.Because));

        var far = Run(s_card.On(api, "Seen.")).All<Threat>().Single();
        Assert.Equal((new Rating(3, 4), "Seen."), (far.Suggested, far.Verdict.Because));
    }

    [Fact]
    public void Only_not_found_resolves_a_threat()
    {
        var api = _sketch.Component("api");
        Run(s_card.On(api, "seen"));
        Run(s_card.CannotTell(api, "nobody said"));
        Assert.Equal(ThreatStatus.Open, State().Status);
        Run();
        Assert.Equal(ThreatStatus.ResolvedByChange, State().Status);
        Run(s_card.On(api, "seen again"));
        Assert.Equal(ThreatStatus.Open, State().Status);
    }

    [Fact]
    public void Rules_that_did_not_run_resolve_nothing()
    {
        Run(s_card.On(_sketch.Component("api"), "seen"));
        Assert.Empty(new RuleRun(["OTHER-001"], []).ChangesTo(_sketch.Content, TimeProvider.System));
    }

    [Fact]
    public void A_decision_survives_every_run()
    {
        var api = _sketch.Component("api");
        var found = Run(s_card.On(api, "seen")).All<Threat>().Single();
        _sketch.Put(found with { Title = "In our words", Assessment = new(1, 2, "Rare."), Owner = Owner.Named("ada") });
        var after = Run(s_card.On(api, "seen twice")).All<Threat>().Single();
        Assert.Equal(("In our words", new Assessment(1, 2, "Rare."), Owner.Named("ada"), "seen twice"), (after.Title, after.Assessment, after.Owner, after.Verdict.Because));
    }

    [Fact]
    public void A_finding_about_a_subject_that_came_back_is_about_it_again()
    {
        var api = _sketch.Component("api");
        var found = Run(s_card.On(api, "seen")).All<Threat>().Single();
        _sketch.Put(found with { Owner = Owner.Named("ada"), Subject = found.Subject with { IsGone = true, Was = "api" } });
        Assert.Equal(ThreatSubject.Of(api), Run(s_card.On(api, "seen")).All<Threat>().Single().Subject);
    }

    [Fact]
    public void Findings_are_told_apart_by_their_discriminator_and_by_what_else_they_are_about()
    {
        var (api, web) = (_sketch.Component("api"), _sketch.Component("web"));
        var finding = s_card.On(api, "seen");
        Run(finding, finding with { Discriminator = "port 80" }, finding with { Besides = [web.Id.Value] }, finding);
        Assert.Equal(3, _sketch.Content.CountOf<Threat>());
    }

    private ModelContent Run(params ImmutableArray<Finding> findings)
    {
        foreach (var change in new RuleRun([s_card.Code], findings).ChangesTo(_sketch.Content, TimeProvider.System).Cast<Change<Threat>>()) _sketch.Put(change.After!);
        return _sketch.Content;
    }

    private ThreatState State() => ThreatState.OfAll(_sketch.Content).Values.Single();
}
