using Bunit;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class InlineEditTests : BunitContext
{
    private string? _saved;

    public InlineEditTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void A_click_edits_and_save_keeps()
    {
        var edit = RenderEdit(_ => null);
        edit.Find("button").Click();
        edit.Find("input").Input("api");
        edit.Find("form").Submit();
        Assert.Equal("api", _saved);
        Assert.Empty(edit.FindAll("form"));
    }

    [Fact]
    public void A_refused_value_stays_with_its_message()
    {
        var edit = RenderEdit(_ => "Names are not empty.");
        edit.Find("button").KeyDown("F2");
        edit.Find("input").Input("");
        edit.Find("form").Submit();
        Assert.Equal("Names are not empty.", edit.Find("[role=alert]").TextContent);
        Assert.Equal("true", edit.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Escape_gives_up()
    {
        var edit = RenderEdit(_ => null);
        edit.Find("button").Click();
        edit.Find("input").Input("other");
        edit.Find("form").KeyDown("Escape");
        Assert.Null(_saved);
        Assert.Contains("web", edit.Find("button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_shows_its_words()
    {
        var edit = Render<InlineEdit>(set => set
            .Add(e => e.Label, "Encryption").Add(e => e.Value, "tls").Add(e => e.Options, [("none", "None"), ("tls", "TLS")])
            .Add(e => e.Save, value => { _saved = value; return Task.FromResult<string?>(null); }));
        Assert.Equal("TLS", edit.Find("button").TextContent.Trim());
        edit.Find("button").Click();
        edit.Find("select").Change("none");
        edit.Find("form").Submit();
        Assert.Equal("none", _saved);
    }

    [Fact]
    public void An_edit_is_about_what_was_seen_when_it_began_whatever_arrives_meanwhile()
    {
        var keptBy = "";
        var edit = Render<InlineEdit>(set => set.Add(e => e.Label, "Name").Add(e => e.Value, "web").Add(e => e.Save, _ => Saved("who saw web")));
        edit.Find("button").Click();
        edit.Find("input").Input("api");
        edit.Render(set => set.Add(e => e.Value, "api").Add(e => e.Save, _ => Saved("who saw api")));
        edit.Find("form").Submit();
        Assert.Equal("who saw web", keptBy);

        Task<string?> Saved(string by)
        {
            keptBy = by;
            return Task.FromResult<string?>(null);
        }
    }

    private IRenderedComponent<InlineEdit> RenderEdit(Func<string, string?> problem) => Render<InlineEdit>(set => set
        .Add(e => e.Label, "Name").Add(e => e.Value, "web")
        .Add(e => e.Save, value => { _saved = value; return Task.FromResult(problem(value)); }));
}
