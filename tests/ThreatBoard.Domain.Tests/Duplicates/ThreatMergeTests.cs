using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Duplicates;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Tests.Generators;
using ThreatBoard.Testing;

namespace ThreatBoard.Domain.Tests.Duplicates;

public sealed class ThreatMergeTests
{
    private static readonly Dictionary<MergeField, Id<Threat>> s_nothing = [];
    private static readonly Dictionary<Id<Mitigation>, Id<Threat>> s_noEffects = [];
    private static readonly Component s_web = Some.Component();
    private static readonly Threat s_kept = Some.Threat(ThreatSubject.Of(s_web)) with { Owner = Owner.Named("Ada"), Tags = ["a"] };
    private static readonly Threat s_other = Some.Finding(EntityRef.To(s_web)) with { Assessment = new(4, 4, "open"), Tags = ["b"] };
    private static readonly Mitigation s_tls = Some.Mitigation();
    private static readonly ModelContent s_content = ModelContent.Empty.With(s_web).With([s_kept, s_other]).With(s_tls).With(Some.Link(s_tls, s_other));

    [Fact]
    public void The_kept_one_takes_over_decisions_and_mitigations_and_the_other_stays_as_its_duplicate()
    {
        var after = Merged(s_content, s_kept, s_other, s_nothing);
        var (kept, other) = (after.Find<Threat>(s_kept.Id.Value)!, after.Find<Threat>(s_other.Id.Value)!);
        Assert.Equal((4, "Ada", "a, b"), (kept.Assessment!.Likelihood, kept.Owner.Name, kept.Tags.ToString()));
        Assert.Equal(kept.Id, Assert.Single(after.All<MitigationLink>()).Threat);
        Assert.Equal((kept.Id, s_other.Finding), (other.MergedInto, other.Finding));
        Assert.Equal(ThreatStatus.NotApplicable, ThreatState.OfAll(after)[other.Id].Status);
    }

    [Fact]
    public void Decisions_that_differ_are_asked_about()
    {
        var kept = s_kept with { Assessment = new(1, 1, "far away") };
        var content = s_content.With(kept);
        var plan = ThreatMerge.Plan(content, kept, [s_other]);
        Assert.Equal((MergeField.Assessment, 2), (Assert.Single(plan.Questions).Field, plan.Questions[0].Options.Length));
        Assert.Null(plan.Changes(s_nothing, s_noEffects));
        var after = Merged(content, kept, s_other, new() { [MergeField.Assessment] = s_other.Id });
        Assert.Equal("open", after.Find<Threat>(kept.Id.Value)!.Assessment!.Justification);
    }

    [Fact]
    public void What_a_shared_mitigation_does_is_asked_where_they_differ_and_never_taken_silently()
    {
        var content = s_content.With(Some.Link(s_tls, s_kept) with { Effect = new(0, 1) }).With(s_content.All<MitigationLink>().Single() with { Effect = new(3, 0) });
        var plan = ThreatMerge.Plan(content, s_kept, [s_other]);
        Assert.Equal([s_kept.Id, s_other.Id], Assert.Single(plan.Effects).Options.Select(link => link.Threat));
        Assert.Null(plan.Changes(s_nothing, s_noEffects));
        foreach (var (from, effect) in new[] { (s_kept.Id, new Effect(0, 1)), (s_other.Id, new Effect(3, 0)) })
        {
            var link = Assert.Single(content.Apply(plan.Changes(s_nothing, new Dictionary<Id<Mitigation>, Id<Threat>> { [s_tls.Id] = from })!.Value).All<MitigationLink>());
            Assert.Equal((s_kept.Id, effect), (link.Threat, link.Effect));
        }
    }

    [Fact]
    public void What_a_shared_mitigation_does_is_not_asked_where_they_agree()
    {
        var content = s_content.With(Some.Link(s_tls, s_kept) with { Effect = s_content.All<MitigationLink>().Single().Effect });
        Assert.Empty(ThreatMerge.Plan(content, s_kept, [s_other]).Effects);
        Assert.Equal(s_kept.Id, Assert.Single(Merged(content, s_kept, s_other, s_nothing).All<MitigationLink>()).Threat);
    }

    [Fact]
    public void What_somebody_accepted_is_not_merged_away()
    {
        var accepted = s_other with { Treatment = new(TreatmentKind.Accept, "cheap") };
        var plan = ThreatMerge.Plan(s_content.With(accepted).With(new Acceptance { Id = Some.Id<Acceptance>(), Threat = accepted.Id }), s_kept, [accepted]);
        Assert.Contains("withdraw the acceptance", Assert.Single(plan.LeftOut).Because, StringComparison.Ordinal);
        Assert.Null(plan.Changes(s_nothing, s_noEffects));
    }

    [Fact]
    public void Duplicates_of_a_duplicate_follow_it()
    {
        var third = Some.Threat(title: "the third");
        var once = Merged(s_content.With(third), third, s_kept, s_nothing);
        var twice = Merged(once, once.Find<Threat>(s_other.Id.Value)!, once.Find<Threat>(third.Id.Value)!, s_nothing);
        Assert.All(twice.All<Threat>().Where(threat => threat.Id != s_other.Id), threat => Assert.Equal(s_other.Id, threat.MergedInto));
    }

    [Fact]
    public void When_the_kept_one_goes_its_duplicates_stand_for_themselves_again()
    {
        var after = Merged(s_content, s_kept, s_other, s_nothing);
        var gone = after.Apply(Closure.Of(after, [Change.Remove(after.Find<Threat>(s_kept.Id.Value)!)]));
        Assert.Equal((null, Treatment.Undecided), (gone.Find<Threat>(s_other.Id.Value)!.MergedInto, gone.Find<Threat>(s_other.Id.Value)!.Treatment));
    }

    [Fact]
    public void A_duplicate_is_not_treated_by_itself()
    {
        var after = Merged(s_content, s_kept, s_other, s_nothing);
        var treated = after.Find<Threat>(s_other.Id.Value)! with { Treatment = new(TreatmentKind.Mitigate, "") };
        Assert.Contains("separate it", Assert.Single(Invariants.Check(after.With(treated))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_in_any_model_is_valid_loses_no_mitigation_and_is_taken_back_whole() => Models.All(model =>
    {
        var content = model.Content;
        var threats = content.All<Threat>().OrderBy(threat => threat.Id).ToList();
        var plan = ThreatMerge.Plan(content, model.Dice.OneOf(threats), threats);
        var effects = plan.Effects.ToDictionary(question => question.Mitigation.Id, question => model.Dice.OneOf(question.Options).Threat);
        if (plan.Changes(plan.Questions.ToDictionary(question => question.Field, question => model.Dice.OneOf(question.Options).From.Id), effects) is not { } changes) return;
        var after = content.Apply(changes);
        Assert.Empty(Invariants.Check(after, changes));
        Assert.Equal(Mitigations(content, [.. plan.Duplicates.Prepend(plan.Kept)]), Mitigations(after, [plan.Kept]));
        Same.Models(content, after.Apply(changes.Reverse().Select(change => change.Inverse())));
    });

    private static HashSet<Id<Mitigation>> Mitigations(ModelContent content, IReadOnlyCollection<Threat> threats) =>
        [.. content.All<MitigationLink>().Where(link => threats.Any(threat => threat.Id == link.Threat)).Select(link => link.Mitigation)];

    private static ModelContent Merged(ModelContent content, Threat kept, Threat other, Dictionary<MergeField, Id<Threat>> choices)
    {
        var changes = ThreatMerge.Plan(content, kept, [other]).Changes(choices, s_noEffects)!.Value;
        Assert.Empty(Invariants.Check(content.Apply(changes), changes));
        return content.Apply(changes);
    }
}
