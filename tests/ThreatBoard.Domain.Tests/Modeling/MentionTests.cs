using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Modeling;

public sealed class MentionTests
{
    private static readonly Guid s_id = Guid.Parse("01990000-0000-7000-8000-0000000000ab");

    [Theory]
    [InlineData("Anna", false)]
    [InlineData("Security [core]", true)]
    [InlineData("O’Brien, “Ann” (ops)", false)]
    public void What_is_written_is_read_again(string name, bool isTeam)
    {
        var mention = new Mention(isTeam, s_id, name);
        var read = Assert.Single(Mention.In($"before {mention} after"));
        Assert.Equal(mention with { Name = name.Replace('[', '(').Replace(']', ')') }, read);
    }

    [Theory]
    [InlineData("@[Anna](person:not-an-id)")]
    [InlineData("@[Anna](person:01990000-0000-7000-8000-0000000000ab")]
    [InlineData("@[Anna](owner:01990000-0000-7000-8000-0000000000ab)")]
    [InlineData("@[](person:01990000-0000-7000-8000-0000000000ab)")]
    [InlineData("@[An\nna](person:01990000-0000-7000-8000-0000000000ab)")]
    [InlineData("@[[Anna](person:01990000-0000-7000-8000-0000000000ab)")]
    [InlineData("[Anna](person:01990000-0000-7000-8000-0000000000ab)")]
    [InlineData("@")]
    [InlineData("@[")]
    public void Anything_else_names_nobody(string text) => Assert.Empty(Mention.In(text));

    [Fact]
    public void An_account_counts_once_and_only_so_many_count()
    {
        var many = string.Concat(Enumerable.Range(0, 80).Select(n => new Mention(IsTeam: false, new Guid(n, 1, 0, new byte[8]), "x")));
        Assert.Equal(Mention.Most, Mention.In(many + many).Count);
        Assert.Single(Mention.In($"{new Mention(false, s_id, "a")}{new Mention(false, s_id, "b")}"));
    }
}
