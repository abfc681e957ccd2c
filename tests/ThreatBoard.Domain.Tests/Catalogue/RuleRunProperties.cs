using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Catalogue;

public sealed class RuleRunProperties
{
    [Fact]
    public void A_second_run_over_the_same_model_changes_nothing() => Models.All(model => Assert.Empty(Changes(Run(model.Content))));

    [Fact]
    public void Runs_keep_every_decision_however_the_model_was_edited_between() => Models.All(model =>
    {
        var decided = Decided(Run(model.Content));
        var edited = Edits.After(decided, model.Dice, model.Size);
        var again = Run(edited);
        foreach (var threat in edited.All<Threat>())
        {
            var after = again.Find<Threat>(threat.Id.Value);
            Assert.Equal(Decision(threat), Decision(after!));
        }
    });

    [Fact]
    public void No_finding_is_stored_twice() => Models.All(model =>
    {
        var keys = Run(Edits.After(Run(model.Content), model.Dice, model.Size)).All<Threat>().Select(t => t.Finding).OfType<FindingKey>().ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    });

    [Fact]
    public void A_run_leaves_a_valid_model_valid() => Models.All(model => Assert.Empty(Invariants.Check(Run(model.Content))));

    private static ModelContent Run(ModelContent content) => content.Apply(Changes(content));

    private static ImmutableArray<Change> Changes(ModelContent content) =>
        RuleRun.Of(new ModelGraph(content), DomainRules.All).ChangesTo(content, TimeProvider.System);

    private static ModelContent Decided(ModelContent content) => content.With(content.All<Threat>().Select(threat => threat with
    {
        Assessment = new(2, 3, "Discussed."), Treatment = new(TreatmentKind.Mitigate, ""), Owner = Owner.Named("ada"), Tags = ["reviewed"],
    }));

    private static (Assessment?, Treatment, Owner, DateOnly?, ValueSet<string>, Id<Actor>?) Decision(Threat threat) =>
        (threat.Assessment, threat.Treatment, threat.Owner, threat.Due, threat.Tags, threat.Actor);
}
