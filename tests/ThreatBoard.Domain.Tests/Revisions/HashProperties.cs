using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Tests.Generators;

namespace ThreatBoard.Domain.Tests.Revisions;

public sealed class HashProperties
{
    [Fact]
    public void The_hash_of_a_content_does_not_depend_on_the_order_in_which_it_was_made() => Models.All(model =>
    {
        var content = model.Content;
        var shuffled = ModelContent.Empty.Apply(model.Dice.Shuffled(Comparison.Between(ModelContent.Empty, content)));
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(shuffled));
    });

    [Fact]
    public void Two_contents_have_the_same_hash_only_when_nothing_but_layout_and_record_differs() => Models.All(model =>
    {
        var differ = Comparison.Between(model.Content, model.Edited()).Any(change => change.Shape.Part is ModelPart.Content);
        Assert.Equal(differ, !ContentHash.Of(model.Content).SequenceEqual(ContentHash.Of(model.Edited())));
    });

    [Fact]
    public void Moving_an_element_on_the_diagram_changes_no_hash()
    {
        var sketch = new Sketch();
        var component = sketch.Component("api");
        var diagram = sketch.Put(new Diagram { Id = new(sketch.NextId()), Name = "Main" });
        var before = ContentHash.Of(sketch.Content);
        sketch.Put(new Placement { Id = new(sketch.NextId()), Diagram = diagram.Id, Element = EntityRef.To(component), At = new(10, 20) });
        Assert.Equal(before, ContentHash.Of(sketch.Content));
    }

    [Fact]
    public void Every_part_of_a_revision_is_in_its_hash()
    {
        var header = new RevisionHeader(1, 7, "ada", DateTimeOffset.UnixEpoch, "First");
        byte[] previous = [1], part = [2], other = [3];
        byte[][] hashes =
        [
            RevisionHash.Of(previous, header, part, other),
            RevisionHash.Of([], header, part, other),
            RevisionHash.Of(previous, header, other, part),
            RevisionHash.Of(previous, header, part),
            RevisionHash.Of(previous, header with { Number = 2 }, part, other),
            RevisionHash.Of(previous, header with { Sequence = 8 }, part, other),
            RevisionHash.Of(previous, header with { Author = "eve" }, part, other),
            RevisionHash.Of(previous, header with { At = header.At.AddMicroseconds(1) }, part, other),
            RevisionHash.Of(previous, header with { Message = "Second" }, part, other),
            RevisionHash.Of(previous, header with { Author = "ada\n5:First", Message = "" }, part, other),
        ];
        Assert.Equal(hashes.Length, hashes.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(hashes[0], RevisionHash.Of(previous, header, part, other));
    }
}
