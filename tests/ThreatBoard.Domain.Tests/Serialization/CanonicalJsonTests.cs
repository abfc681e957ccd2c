using System.Text;
using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Tests.Serialization;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Defaults_are_left_out_and_fields_stand_in_the_order_of_their_names()
    {
        var sketch = new Sketch();
        sketch.Put(new Component { Id = new(sketch.NextId()), Name = "api <b>", Kind = ComponentKind.DataStore, Tags = ["b", "a"] });
        Assert.Equal(
            """{"shape":3,"component":[{"id":"00000001-0000-0000-0000-000000000000","kind":"DataStore","name":"api <b>","tags":["a","b"]}]}""",
            Encoding.UTF8.GetString(CanonicalJson.Write(sketch.Content, ModelPart.Content)));
    }

    [Fact]
    public void An_empty_model_is_a_document_all_the_same() =>
        Assert.Equal("""{"shape":3}""", Encoding.UTF8.GetString(CanonicalJson.Write(ModelContent.Empty, ModelPart.Content)));

    [Theory]
    [InlineData("""{"shape":4}""", "Update ThreatBoard")]
    [InlineData("""{"shape":1,"gadget":[]}""", "no kind of entity")]
    [InlineData("""{"shape":1,"component":[{"name":"api"}]}""", "has no id")]
    [InlineData("""{"shape":1,"component":[{"id":"00000001-0000-0000-0000-000000000000","colour":"red"}]}""", "no field")]
    public void A_document_that_cannot_be_understood_is_refused(string document, string because)
    {
        var refused = Assert.Throws<JsonException>(() => CanonicalJson.Read(Encoding.UTF8.GetBytes(document)));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_can_be_left_out_of_a_document()
    {
        var sketch = new Sketch();
        sketch.Component("api");
        sketch.Asset("orders");
        var text = Encoding.UTF8.GetString(CanonicalJson.Write(sketch.Content, ModelPart.Content, shape => shape.Name != "asset"));
        Assert.Contains("component", text, StringComparison.Ordinal);
        Assert.DoesNotContain("orders", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journaled_change_holds_only_the_fields_that_differ()
    {
        var sketch = new Sketch();
        var before = sketch.Component("api");
        var row = ChangeJson.Of(Change.Of(before, before with { Technology = "Node.js" }));
        Assert.Equal("""{"technology":""}""", Encoding.UTF8.GetString(row.Before!));
        Assert.Equal("""{"technology":"Node.js"}""", Encoding.UTF8.GetString(row.After!));
    }
}
