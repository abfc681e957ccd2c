using ThreatBoard.Web.Ui.Markdown;

namespace ThreatBoard.Web.Tests.Ui.Markdown;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Who **patches** `nginx`?", "Who patches nginx?")]
    [InlineData("@[Ada Lovelace](person:01990000-0000-7000-8000-0000000000ad) does:\n\n- monthly\n- when *urgent*", "@Ada Lovelace does: monthly when urgent")]
    [InlineData("# Heading\n> quoted", "Heading quoted")]
    [InlineData("see [the page](https://example.org)", "see the page")]
    [InlineData("<b>as typed</b> & so on", "<b>as typed</b> & so on")]
    [InlineData("```\ncode\nmore\n```", "code more")]
    [InlineData("**cut off in the mid…", "**cut off in the mid…")]
    [InlineData("", "")]
    public void Markdown_becomes_one_line_of_words(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));
}
