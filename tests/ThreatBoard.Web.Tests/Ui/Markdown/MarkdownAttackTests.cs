using System.Diagnostics;
using AngleSharp.Dom;
using Bunit;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Markdown;

namespace ThreatBoard.Web.Tests.Ui.Markdown;

/// <summary>Row D8: no scheme but the three, no HTML, no image, and nothing takes long.</summary>
[Trait("Matrix", "D8")]
public sealed class MarkdownAttackTests : BunitContext
{
    private static readonly HashSet<string> s_elements =
        ["DIV", "P", "BLOCKQUOTE", "OL", "UL", "LI", "PRE", "CODE", "HR", "BR", "A", "EM", "STRONG", "DEL", "SPAN"];

    private static readonly HashSet<string> s_attributes = ["class", "title", "href", "rel", "target", "start"];

    public static TheoryData<string> Attacks => [.. HostileTexts.All];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_but_plain_elements_and_allowed_links_comes_out(string attack)
    {
        var shown = Render<MarkdownText>(set => set.Add(m => m.Text, attack).Add(m => m.NameOf, m => m.Name)).Find(".tb-markdown");
        foreach (var element in shown.QuerySelectorAll("*"))
        {
            Assert.Contains(element.TagName, s_elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, s_attributes));
        }

        Assert.All(shown.QuerySelectorAll("a"), IsSafe);
    }

    [Theory]
    [InlineData("[x](https://a.example/b?c=d)", "https://a.example/b?c=d")]
    [InlineData("<http://a.example>", "http://a.example/")]
    [InlineData("[x](mailto:ada@example.org)", "mailto:ada@example.org")]
    [InlineData("see https://a.example/b today", "https://a.example/b")]
    [InlineData("![a picture](https://a.example/b.png)", "https://a.example/b.png")]
    public void Web_and_mail_addresses_become_links_and_pictures_too(string text, string address)
    {
        var link = Render<MarkdownText>(set => set.Add(m => m.Text, text)).Find("a");
        Assert.Equal(address, link.GetAttribute("href"));
        IsSafe(link);
    }

    public static TheoryData<string, string> Floods => new()
    {
        { "brackets", new('[', Limits.Comment) }, { "closed brackets", Times("[]", 5_000) }, { "links in links", Times("[a](", 2_500) }, { "images in links", Times("![[]()", 1_600) },
        { "quotes", new('>', Limits.Comment) }, { "spaced quotes", Times("> ", 5_000) }, { "stars", new('*', Limits.Comment) }, { "open emphasis", Times("*a ", 3_300) }, { "mixed emphasis", Times("*a _b ~~c ", 1_000) },
        { "ticks", string.Concat(Enumerable.Range(1, 138).Select(n => new string('`', n) + " ")) }, { "lists in lists", Times("- ", 5_000) }, { "numbered lists", Times("1. ", 3_300) },
        { "entities", Times("&#x1F600;", 1_100) }, { "half entities", Times("&", Limits.Comment) }, { "angles", new('<', Limits.Comment) }, { "mentions", Times("@[a](person:", 830) }, { "half mentions", Times("@[", 5_000) },
        { "definitions", string.Concat(Enumerable.Range(0, 900).Select(n => $"[{n}]: x\n")) }, { "lines of quotes", Times(">\n", 5_000) }, { "fences", Times("```\n", 2_500) }, { "addresses", Times("www.a ", 1_660) },
        { "deep parentheses", "[a](" + new string('(', 4_000) + new string(')', 4_000) }, { "escapes", Times("\\", Limits.Comment) }, { "headings", Times("# \n", 3_300) }, { "tildes", Times("~~a", 3_300) }, { "at signs", new('@', Limits.Comment) },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void What_is_nested_or_repeated_ten_thousand_times_is_shown_in_no_time(string what, string text)
    {
        Assert.InRange(text.Length, 1, Limits.Comment);
        Render<MarkdownText>(set => set.Add(m => m.Text, "*warm* [up](https://a.example)"));
        var since = Stopwatch.GetTimestamp();
        var shown = Render<MarkdownText>(set => set.Add(m => m.Text, text));
        var took = Stopwatch.GetElapsedTime(since);
        Assert.NotNull(shown.Find(".tb-markdown"));
        // Five times a second; on a quiet machine it is a tenth of one.
        Assert.True(took < TimeSpan.FromSeconds(5), $"{what} took {took.TotalMilliseconds:N0} ms");
    }

    [Fact]
    public void What_nobody_would_nest_is_shown_as_it_was_typed()
    {
        var quotes = new string('>', 9_000) + " deep";
        Assert.Null(MarkdownReader.Read(quotes));
        Assert.Equal(quotes, Render<MarkdownText>(set => set.Add(m => m.Text, quotes)).Find("p").TextContent);
    }

    [Fact]
    public void Random_punctuation_never_breaks_out()
    {
        var dice = new Random(8);
        const string letters = "[]()<>*_`~#-+!@&;:/\\\"' \n\ta1.=|{}";
        for (var round = 0; round < MatrixSize.Of(300, 20_000); round++)
        {
            var text = new string([.. Enumerable.Range(0, dice.Next(1, 120)).Select(_ => letters[dice.Next(letters.Length)])]);
            var shown = Render<MarkdownText>(set => set.Add(m => m.Text, text)).Find(".tb-markdown");
            Assert.All(shown.QuerySelectorAll("*"), element => Assert.Contains(element.TagName, s_elements));
            Assert.All(shown.QuerySelectorAll("a"), IsSafe);
        }
    }

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static void IsSafe(IElement link)
    {
        Assert.Matches("^(https?://|mailto:)", link.GetAttribute("href"));
        Assert.Equal(("_blank", "noopener noreferrer nofollow"), (link.GetAttribute("target"), link.GetAttribute("rel")));
    }
}
