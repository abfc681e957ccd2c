using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Moving;
using ThreatBoard.Domain.Tests.Generators;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Moving;

public sealed class ThreatCopiesTests
{
    private static readonly Component s_web = Some.Component();
    private static readonly Component s_api = Some.Component("api");
    private static readonly Component s_db = Some.Component("db");
    private static readonly Threat s_threat = Some.Finding(EntityRef.To(s_web)) with { Assessment = new(4, 4, "open"), Treatment = new(TreatmentKind.Mitigate, ""), Owner = Owner.Named("Ada"), Tags = ["tls"] };
    private static readonly Mitigation s_done = Some.Mitigation() with { Status = MitigationStatus.Implemented, Ticket = "https://example.org/1" };
    private static readonly ModelContent s_content = ModelContent.Empty.With([s_web, s_api, s_db]).With(s_threat).With(s_done).With(Some.Link(s_done, s_threat) with { Effect = new(3, 1) });

    [Fact]
    public void A_copy_is_about_the_other_element_and_is_nobodys_finding()
    {
        var after = After(Copied(CopiedMitigations.Shared, s_api, s_db));
        var copy = Assert.Single(after.All<Threat>(), threat => threat.Subject.Ref == EntityRef.To(s_api));
        Assert.Equal((s_threat.Title, null, ThreatSource.Other, null, TreatmentKind.Mitigate, "Ada"), (copy.Title, copy.Finding, copy.CameFrom, copy.Assessment, copy.Treatment.Kind, copy.Owner.Name));
        Assert.Equal(3, after.CountOf<MitigationLink>());
        Assert.Equal(1, after.CountOf<Mitigation>());
        Assert.Equal(s_threat, after.Find<Threat>(s_threat.Id.Value));
    }

    [Fact]
    public void A_mitigation_of_its_own_is_not_done_there_yet()
    {
        var after = After(Copied(CopiedMitigations.Own, s_api));
        var own = Assert.Single(after.All<Mitigation>(), mitigation => mitigation.Id != s_done.Id);
        Assert.Equal((s_done.Title, MitigationStatus.Proposed, ""), (own.Title, own.Status, own.Ticket));
        Assert.Equal(new(3, 1), Assert.Single(after.All<MitigationLink>(), link => link.Mitigation == own.Id).Effect);
    }

    [Fact]
    public void What_is_there_already_is_left_out_and_said()
    {
        var again = ThreatCopies.Of(After(Copied(CopiedMitigations.None, s_api)), [s_threat], new([EntityRef.To(s_api), EntityRef.To(s_db)], CopiedMitigations.None, WithAssessment: false), TimeProvider.System);
        Assert.Contains("“api” has a threat of this title", Assert.Single(again.LeftOut).Because, StringComparison.Ordinal);
        Assert.Single(again.Changes);
    }

    [Fact]
    public void A_judgement_that_goes_along_counts_as_made_of_the_other_element()
    {
        var result = ThreatCopies.Of(s_content, [s_threat], new([EntityRef.To(s_api)], CopiedMitigations.None, WithAssessment: true), TimeProvider.System);
        var copy = Assert.Single(After(result).All<Threat>(), threat => threat.Id != s_threat.Id);
        Assert.Equal((4, "open"), (copy.Assessment!.Likelihood, copy.Assessment.Justification));
        Assert.False(Domain.Assessing.Assess.IsOutdated(After(result), copy));
    }

    [Fact]
    public void Copies_of_any_model_are_valid_and_change_nothing_that_was_there() => Models.All(model =>
    {
        var content = model.Content;
        var wish = new CopyWish([.. content.All<Component>().Select(EntityRef.To)], model.Dice.Value<CopiedMitigations>(), model.Dice.Chance(50));
        var result = ThreatCopies.Of(content, [.. content.All<Threat>()], wish, TimeProvider.System);
        Assert.All(result.Changes, change => Assert.Equal(ChangeKind.Added, change.Kind));
        Assert.Empty(Invariants.Check(content.Apply(result.Changes), result.Changes));
    });

    [Fact]
    public void Moving_makes_the_judgement_outdated_and_a_finding_stays_where_its_rule_found_it()
    {
        var written = Some.Threat(ThreatSubject.Of(s_web)) with { Assessment = new(2, 2, "", LookedAt: "of the web") };
        var moved = ThreatMoves.Of(s_content.With(written), [written, s_threat], EntityRef.To(s_db));
        Assert.StartsWith("A rule found it where it is", Assert.Single(moved.LeftOut).Because, StringComparison.Ordinal);
        var after = s_content.With(written).Apply(moved.Changes);
        Assert.Equal(EntityRef.To(s_db), after.Find<Threat>(written.Id.Value)!.Subject.Ref);
        Assert.True(Domain.Assessing.Assess.IsOutdated(after, after.Find<Threat>(written.Id.Value)!));
    }

    [Fact]
    public void What_somebody_accepted_of_one_element_is_not_moved_to_another()
    {
        var written = Some.Threat(ThreatSubject.Of(s_web)) with { Treatment = new(TreatmentKind.Accept, "cheap") };
        var content = s_content.With(written).With(new Acceptance { Id = Some.Id<Acceptance>(), Threat = written.Id });
        Assert.Contains("withdraw the acceptance", Assert.Single(ThreatMoves.Of(content, [written], EntityRef.To(s_db)).LeftOut).Because, StringComparison.Ordinal);
    }

    private static Rearrangement Copied(CopiedMitigations mitigations, params ImmutableArray<Component> targets) =>
        ThreatCopies.Of(s_content, [s_threat], new([.. targets.Select(EntityRef.To)], mitigations, WithAssessment: false), TimeProvider.System);

    private static ModelContent After(Rearrangement result)
    {
        Assert.Empty(Invariants.Check(s_content.Apply(result.Changes), result.Changes));
        return s_content.Apply(result.Changes);
    }
}
