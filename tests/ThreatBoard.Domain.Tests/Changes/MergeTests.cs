using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Changes;

public sealed class MergeTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void Second_writer_of_the_same_field_is_asked()
    {
        var seen = _sketch.Component("api");
        _sketch.Put(seen with { Technology = "Go" });
        var conflict = Assert.Single(Merge.Of(_sketch.Content, [Change.Of(seen, seen with { Technology = "Rust" })]).Conflicts);
        Assert.Equal(new Conflict(ConflictKind.SameField, EntityRef.To(seen), "api", "technology", "", "Go", "Rust"), conflict);
    }

    [Fact]
    public void Second_writer_of_another_field_keeps_what_the_first_wrote()
    {
        var seen = _sketch.Component("api");
        _sketch.Put(seen with { Technology = "Go" });
        var merged = Merge.Of(_sketch.Content, [Change.Of(seen, seen with { Description = "Answers orders" })]);
        Assert.Equal(seen with { Technology = "Go", Description = "Answers orders" }, _sketch.Content.Apply(merged.Changes).Find<Component>(seen.Id));
    }

    [Fact]
    public void Two_writers_of_the_same_value_agree()
    {
        var seen = _sketch.Component("api");
        _sketch.Put(seen with { Technology = "Go" });
        var merged = Merge.Of(_sketch.Content, [Change.Of(seen, seen with { Technology = "Go" })]);
        Assert.Empty(merged.Conflicts);
        Assert.Empty(merged.Changes);
    }

    [Fact]
    public void Likelihood_and_impact_are_one_field_and_never_mixed()
    {
        var seen = _sketch.Put(_sketch.Threat() with { Assessment = new(1, 1, "") });
        _sketch.Put(seen with { Assessment = new(5, 1, "") });
        var merged = Merge.Of(_sketch.Content, [Change.Of(seen, seen with { Assessment = new(1, 5, "") })]);
        Assert.Equal("assessment", Assert.Single(merged.Conflicts).Field);
        Assert.Empty(merged.Changes);
    }

    [Fact]
    public void Removing_what_somebody_changed_meanwhile_asks()
    {
        var seen = _sketch.Component("api");
        _sketch.Put(seen with { Technology = "Go" });
        Assert.Equal(ConflictKind.ChangedByThem, Assert.Single(Merge.Of(_sketch.Content, [Change.Remove(seen)]).Conflicts).Kind);
    }

    [Fact]
    public void Changing_what_somebody_removed_meanwhile_asks()
    {
        var seen = _sketch.Component("api");
        var merged = Merge.Of(ModelContent.Empty, [Change.Of(seen, seen with { Technology = "Go" })]);
        Assert.Equal(ConflictKind.RemovedByThem, Assert.Single(merged.Conflicts).Kind);
    }

    [Fact]
    public void Removing_what_somebody_else_removed_is_already_done()
    {
        var merged = Merge.Of(ModelContent.Empty, [Change.Remove(_sketch.Component("api"))]);
        Assert.Empty(merged.Conflicts);
        Assert.Empty(merged.Changes);
    }

    [Fact]
    public void Adding_the_same_id_with_other_values_asks()
    {
        var theirs = _sketch.Component("api");
        Assert.Equal(ConflictKind.AddedTwice, Assert.Single(Merge.Of(_sketch.Content, [Change.Add(theirs with { Name = "API" })]).Conflicts).Kind);
        Assert.Empty(Merge.Of(_sketch.Content, [Change.Add(theirs)]).Changes);
    }

    [Fact]
    public void Tags_that_two_people_add_are_both_kept()
    {
        var seen = _sketch.Put(_sketch.Component("api") with { Tags = ["old", "kept"] });
        _sketch.Put(seen with { Tags = ["old", "kept", "theirs"] });
        var merged = Merge.Of(_sketch.Content, [Change.Of(seen, seen with { Tags = ["kept", "mine"] })]);
        Assert.Equal(["kept", "mine", "theirs"], _sketch.Content.Apply(merged.Changes).Find<Component>(seen.Id)!.Tags);
    }

    [Fact]
    public void Two_moves_that_are_fine_alone_and_a_circle_together_are_refused()
    {
        var one = _sketch.Boundary("one", BoundaryKind.Network);
        var other = _sketch.Boundary("other", BoundaryKind.Network);
        _sketch.Put(one with { Zone = other.Id });
        var merged = Merge.Of(_sketch.Content, [Change.Of(other, other with { Zone = one.Id })]);
        Assert.Empty(merged.Conflicts);
        var violation = Assert.Single(Invariants.Check(_sketch.Content.Apply(merged.Changes), merged.Changes));
        Assert.Contains("lie inside itself", violation.Message, StringComparison.Ordinal);
    }
}
