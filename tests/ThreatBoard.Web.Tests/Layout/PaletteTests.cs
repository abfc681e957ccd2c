using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Layout;

public sealed class PaletteTests : BunitContext
{
    public PaletteTests()
    {
        Services.AddSingleton<IPaletteSource, PagesInPalette>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Typing_narrows_and_enter_goes_there()
    {
        var palette = Render<Palette>(set => set.Add(p => p.Address, new(null, "", null)));
        palette.Find("input").Input("rul");
        Assert.Equal("Rules", palette.Find("[role=option]").FirstChild?.NextSibling?.TextContent.Trim());
        palette.Find("input").KeyDown("Enter");
        Assert.EndsWith("/rules", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrows_move_the_chosen_line_around()
    {
        var palette = Render<Palette>(set => set.Add(p => p.Address, new(null, "", null)));
        palette.Find("input").KeyDown("ArrowUp");
        var lines = palette.FindAll("[role=option]");
        Assert.Equal("true", lines[^1].GetAttribute("aria-selected"));
        Assert.Equal(lines[^1].Id, palette.Find("input").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public void What_is_not_found_is_said()
    {
        var palette = Render<Palette>(set => set.Add(p => p.Address, new(null, "", null)));
        palette.Find("input").Input("zzz");
        Assert.Contains("Nothing is called", palette.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }
}
