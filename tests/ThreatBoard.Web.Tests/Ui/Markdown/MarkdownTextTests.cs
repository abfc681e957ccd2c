using Bunit;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui.Markdown;

public sealed class MarkdownTextTests : BunitContext
{
    private static readonly Guid s_anna = Guid.Parse("01990000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>")]
    [InlineData("# Head\none\ntwo", "<p class=\"heading\">Head</p><p>one<br>two</p>")]
    [InlineData("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>")]
    [InlineData("> a\n\n---", "<blockquote><p>a</p></blockquote><hr>")]
    [InlineData("```\n<b>&amp;\n```", "<pre><code>&lt;b&gt;&amp;amp;</code></pre>")]
    [InlineData("&lt;b&gt; &copy;", "<p>&lt;b&gt; ©</p>")]
    public void What_Markdown_says_becomes_elements(string text, string html) => Rendered(text).Find(".tb-markdown").MarkupMatches($"<div class=\"tb-markdown\">{html}</div>");

    [Fact]
    public void A_member_is_named_as_today_and_anybody_else_as_written()
    {
        var mention = new Mention(IsTeam: false, s_anna, "Anna");
        Assert.Equal("@Anna B.", Rendered($"ask {mention}!", _ => "Anna B.").Find(".tb-mention").TextContent);
        var foreign = Rendered($"ask {mention}!", _ => null);
        Assert.Empty(foreign.FindAll(".tb-mention"));
        Assert.Equal("ask @Anna!", foreign.Find("p").TextContent);
    }

    [Fact]
    public void A_mention_inside_of_code_is_code()
    {
        var text = $"`{new Mention(IsTeam: false, s_anna, "Anna")}`";
        Assert.Equal(text.Trim('`'), Rendered(text, _ => "Anna").Find("code").TextContent);
    }

    [Fact]
    public void A_name_that_looks_like_markup_is_text()
    {
        var mention = new Mention(IsTeam: true, s_anna, "<img src=x onerror=alert(1)>");
        Assert.Equal("@<b>Ops</b>", Rendered($"{mention}", _ => "<b>Ops</b>").Find(".tb-mention").TextContent);
        Assert.Empty(Rendered($"{mention}").FindAll("img"));
    }

    private IRenderedComponent<MarkdownText> Rendered(string text, Func<Mention, string?>? names = null) =>
        Render<MarkdownText>(set => set.Add(m => m.Text, text).Add(m => m.NameOf, names));
}
