using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Tests.Revisions;

public sealed class RevisionRangeTests
{
    [Theory]
    [InlineData("1..2", 1, 2)]
    [InlineData("0..1", 0, 1)]
    [InlineData("3..now", 3, null)]
    public void An_address_is_read_and_written_alike(string text, int from, int? to)
    {
        var range = RevisionRange.Parse(text);

        Assert.Equal(new RevisionRange(from, to), range);
        Assert.Equal(text, range!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1..")]
    [InlineData("now..2")]
    [InlineData("-1..2")]
    [InlineData("1..2..3")]
    [InlineData("one..two")]
    public void Anything_else_is_no_range(string text) => Assert.Null(RevisionRange.Parse(text));
}
