using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Diagram;

namespace ThreatBoard.Web.Tests.Drawing;

public sealed class CanvasMessagesTests
{
    private readonly PartialMessages<int> _messages = new();

    [Fact]
    public void An_operation_is_whole_with_its_last_part()
    {
        Assert.True(_messages.TryTake(new(1, 0, 2, "move"), [1, 2], out var first));
        Assert.Empty(first);
        Assert.True(_messages.TryTake(new(1, 1, 2, "move"), [3], out var whole));
        Assert.Equal([1, 2, 3], whole);
    }

    [Fact]
    public void A_part_that_does_not_follow_forgets_the_operation()
    {
        _messages.TryTake(new(1, 0, 3, "move"), [1], out _);

        Assert.False(_messages.TryTake(new(1, 2, 3, "move"), [3], out _));
        Assert.False(_messages.TryTake(new(1, 1, 3, "move"), [2], out _));
    }

    [Fact]
    public void Parts_of_two_operations_are_never_mixed()
    {
        _messages.TryTake(new(1, 0, 2, "move"), [1], out _);

        Assert.False(_messages.TryTake(new(2, 1, 2, "move"), [9], out _));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 2)]
    [InlineData(5, 2)]
    [InlineData(0, 100_000)]
    public void Numbers_that_make_no_sense_are_refused(int part, int parts) =>
        Assert.False(_messages.TryTake(new(1, part, parts, "move"), [1], out _));

    [Fact]
    public void Nobody_can_fill_the_memory_part_by_part()
    {
        var items = Enumerable.Range(0, 15_000).ToList();
        _messages.TryTake(new(1, 0, 3, "move"), items, out _);

        Assert.False(_messages.TryTake(new(1, 1, 3, "move"), items, out _));
    }

    [Theory]
    [InlineData("component", "not an id")]
    [InlineData("threat", "00000001-0000-0000-0000-000000000001")]
    [InlineData("", "00000001-0000-0000-0000-000000000001")]
    public void An_element_that_cannot_be_drawn_names_nothing(string kind, string id) => Assert.Null(new SentElement(kind, id).ToReference());

    [Fact]
    public void A_drawn_element_names_itself() =>
        Assert.Equal(EntityRef.To(Shop.Next<Flow>(21)), new SentElement("flow", Shop.Next<Flow>(21).ToString()).ToReference());

    [Theory]
    [InlineData("0.5,10,-20")]
    [InlineData("1.25,0,0")]
    public void A_view_survives_the_address(string text) => Assert.Equal(text, CanvasView.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1,2")]
    [InlineData("NaN,0,0")]
    [InlineData("1,1e99,0")]
    [InlineData("-3,0,0")]
    [InlineData("1;2;3")]
    public void A_view_that_no_canvas_can_show_is_none(string? text) => Assert.Null(CanvasView.Parse(text));
}
