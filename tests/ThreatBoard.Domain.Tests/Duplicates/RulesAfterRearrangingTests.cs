using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Duplicates;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Moving;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Tests.Generators;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Duplicates;

/// <summary>What the next run of the rules makes of findings that were merged, copied or moved.</summary>
public sealed class RulesAfterRearrangingTests
{
    private static readonly RuleCard s_card = new("TEST-001", "Open to all", Stride.Tampering, new(3, 4), "It hurts.", ["Stop it."]);
    private static readonly Component s_web = Some.Component(), s_api = Some.Component("api");
    private static readonly Threat s_own = Some.Threat(ThreatSubject.Of(s_web), "as we said in the workshop") with { Assessment = new(4, 4, "seen") };

    private readonly TestClock _clock = new();
    private readonly ModelContent _found;

    public RulesAfterRearrangingTests() => _found = Run(ModelContent.Empty.With([s_web, s_api]).With(s_own), s_web);

    [Fact]
    public void A_finding_that_was_merged_is_found_again_as_the_duplicate_that_it_is()
    {
        var merged = Merged();
        Same.Models(merged, Run(merged, s_web));
    }

    [Fact]
    public void A_finding_that_was_merged_and_is_not_found_any_more_stays_a_duplicate_and_the_kept_one_stays_open()
    {
        var (kept, duplicate) = (s_own, Finding(_found));
        var after = Run(Merged());
        Assert.Equal((kept.Id, Answer.NotFound), (after.Find<Threat>(duplicate.Id.Value)!.MergedInto, after.Find<Threat>(duplicate.Id.Value)!.Verdict!.Answer));
        Assert.Equal(ThreatStatus.Assessed, ThreatState.OfAll(after)[kept.Id].Status);
    }

    [Fact]
    public void A_copy_is_nobodys_finding_and_the_rule_writes_its_own_where_it_finds_one()
    {
        var copied = _found.Apply(ThreatCopies.Of(_found, [Finding(_found)], new([EntityRef.To(s_api)], CopiedMitigations.None, WithAssessment: false), _clock).Changes);
        Same.Models(copied, Run(copied, s_web));
        Assert.Equal(2, Run(copied, s_web, s_api).All<Threat>().Count(threat => threat.Subject.Ref == EntityRef.To(s_api)));
    }

    [Fact]
    public void A_finding_whose_element_is_gone_and_that_was_moved_stays_where_it_was_moved_to()
    {
        // What nobody has touched goes with its element.
        var decided = _found.With(Finding(_found) with { Owner = Owner.Named("Ada") });
        var gone = decided.Apply(Closure.Of(decided, [Change.Remove(s_web)]));
        var moved = gone.Apply(ThreatMoves.Of(gone, [Finding(gone)], EntityRef.To(s_api)).Changes);
        var after = Run(moved);
        Assert.Equal((EntityRef.To(s_api), Answer.NotFound), (Finding(after).Subject.Ref, Finding(after).Verdict!.Answer));
        Assert.Equal(2, after.CountOf<Threat>());
    }

    private static Threat Finding(ModelContent content) => content.All<Threat>().Single(threat => threat.Finding is not null);

    private ModelContent Merged() =>
        _found.Apply(ThreatMerge.Plan(_found, s_own, [Finding(_found)]).Changes(new Dictionary<MergeField, Id<Threat>>(), new Dictionary<Id<Mitigation>, Id<Threat>>())!.Value);

    private ModelContent Run(ModelContent content, params Component[] where) =>
        content.Apply(new RuleRun([s_card.Code], [.. where.Select(component => s_card.On(component, "seen"))]) { Cards = [s_card] }.ChangesTo(content, _clock));
}
