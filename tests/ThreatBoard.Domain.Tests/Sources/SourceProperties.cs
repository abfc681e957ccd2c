using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Sources;

public sealed class SourceProperties
{
    private static readonly Source s_source = new() { Id = new(new Guid(7, 0, 0, new byte[8])), Name = "shop", Cluster = "production" };

    [Fact]
    public void A_model_that_nobody_touched_holds_exactly_what_was_read_last() => Models.All(model =>
    {
        var (first, second) = Readings(model);
        var after = Take(Take(ModelContent.Empty, DerivedContent.Nothing, first), first, second);
        Assert.Empty(Invariants.Check(after));
        Assert.Equal(Told(second.Content), Told(after));
    });

    [Fact]
    public void What_was_taken_is_not_proposed_again_whatever_was_edited_or_refused() => Models.All(model =>
    {
        var (first, second) = Readings(model);
        var edited = Edits.After(Take(ModelContent.Empty, DerivedContent.Nothing, first), model.Dice, 4);
        var dice = model.Dice;
        var refused = Propose(edited, first, second).Items.Where(_ => dice.Chance(30)).Select(item => item.Name).ToList();
        var after = Take(edited, first, second, refused);
        Assert.DoesNotContain(Invariants.Check(after), violation => !IsOfAlteredKind(violation));
        Assert.Empty(Propose(after, second, second).Items);
    });

    [Fact]
    public void What_a_proposal_brings_merges_without_a_conflict() => Models.All(model =>
    {
        var (first, second) = Readings(model);
        var edited = Edits.After(Take(ModelContent.Empty, DerivedContent.Nothing, first), model.Dice, 6);
        Assert.Empty(Merge.Of(edited, Propose(edited, first, second).Accept(edited, [])).Conflicts);
    });

    [Fact]
    public void What_was_drawn_by_hand_is_never_touched() => Models.All(model =>
    {
        var (first, second) = Readings(model);
        var drawn = ModelContent.Empty.With(new Component { Id = new(model.Dice.Id()), Name = "front-web", Technology = "by hand" });
        var after = Take(Take(drawn, DerivedContent.Nothing, first), first, second);
        Assert.Equal(drawn.All<Component>(), after.All<Component>().Where(c => c.Origins.Count == 0));
    });

    /// <summary>A person may have made a pod of a namespace, where the reading adds a pod: the door says so.</summary>
    private static bool IsOfAlteredKind(Violation violation) => violation.Message.Contains("cannot lie in", StringComparison.Ordinal);

    private static (DerivedContent First, DerivedContent Second) Readings(RandomModel model)
    {
        var dice = model.Dice;
        return (new RandomReading(dice).Make(), new RandomReading(dice).Make());
    }

    /// <summary>What a content says, in words without ids.</summary>
    private static List<string> Told(ModelContent content) =>
    [
        .. content.All<Boundary>().Select(b => $"{b.Name} {b.Kind} in {content.Find(b.Tenancy)?.Name}").Order(),
        .. content.All<Component>().Select(c => $"{c.Name} {c.Technology} in {content.Find(c.Tenancy)?.Name}").Order(),
        .. content.All<Flow>().Select(f => $"{content.Find<Component>(f.Ends.From.Value)!.Name}->{content.Find<Component>(f.Ends.To.Value)!.Name} {f.Port} {f.Monitored}").Order(),
        .. content.All<Control>().Select(c => $"{content.TitleOf(c.Of)} {c.Name} {c.State}").Order(),
    ];

    private static Proposal Propose(ModelContent now, DerivedContent before, DerivedContent reading) =>
        SourceUpdate.Propose(now, s_source, before, reading, [], TimeProvider.System);

    private static ModelContent Take(ModelContent now, DerivedContent before, DerivedContent reading, IReadOnlyList<string>? refused = null) =>
        now.Apply(Closure.Of(now, Propose(now, before, reading).Accept(now, refused ?? [])));
}
