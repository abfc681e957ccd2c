using ThreatBoard.Domain.Revisions;

namespace ThreatBoard.Domain.Tests.Revisions;

public sealed class PaperHashTests
{
    private static readonly byte[] s_hash = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];
    private static readonly string s_text = Convert.ToHexStringLower(s_hash);

    [Fact]
    public void Case_blanks_lines_and_groups_do_not_matter()
    {
        var grouped = string.Join(" ", s_text.ToUpperInvariant().Chunk(4).Select(four => new string(four))).Insert(39, "\r\n");
        var paper = PaperHash.Parse($"  {grouped}\n")!;
        Assert.True(paper.IsWhole);
        Assert.True(paper.Matches(s_hash));
        Assert.True(PaperHash.Parse(s_text.Insert(2, ":").Insert(20, "-"))!.Matches(s_hash));
    }

    [Fact]
    public void The_beginning_is_enough_and_another_is_not()
    {
        Assert.True(PaperHash.Parse(s_text[..12]) is { IsWhole: false } start && start.Matches(s_hash));
        Assert.False(PaperHash.Parse("ff" + s_text[2..])!.Matches(s_hash));
    }

    [Theory]
    [InlineData("", "0 digits")]
    [InlineData("0011223344", "10 digits")]
    [InlineData("00112233445g", "“g”")]
    [InlineData("00112233445<", "“<”")]
    public void What_is_no_hash_is_told_why(string text, string because)
    {
        Assert.Null(PaperHash.Parse(text));
        Assert.Contains(because, PaperHash.Problem(text), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_a_hash_is_none() => Assert.Contains("65 digits", PaperHash.Problem(s_text + "0"), StringComparison.Ordinal);
}
