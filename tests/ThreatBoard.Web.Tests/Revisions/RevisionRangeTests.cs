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

    /// <summary>Ticks of what was viewed are kept by the range, and not by how its address writes it.</summary>
    [Fact]
    public void One_range_is_the_same_however_it_is_written() => Assert.Equal(new(1, 2), RevisionRange.Parse("0001..2"));

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
