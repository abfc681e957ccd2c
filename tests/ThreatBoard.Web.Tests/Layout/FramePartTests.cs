using Bunit;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Layout;

/// <summary>A part of the frame that breaks leaves the rest standing.</summary>
public sealed class FramePartTests : BunitContext
{
    [Fact]
    public void A_part_that_breaks_says_so_and_can_be_tried_again()
    {
        Breaking.IsBroken = true;
        var part = Render<FramePart>(set => set.Add(p => p.What, "The inbox").AddChildContent<Breaking>());

        var again = part.WaitForElement("button");
        Assert.Equal("The inbox could not be shown. Try again", again.TextContent);

        Breaking.IsBroken = false;
        again.Click();

        part.WaitForAssertion(() => Assert.Equal("All is well", part.Markup));
    }

    [Fact]
    public void What_failed_about_one_thing_is_tried_anew_about_another()
    {
        Breaking.IsBroken = true;
        var part = Render<FramePart>(set => set.Add(p => p.What, "The details").Add(p => p.Of, "one").AddChildContent<Breaking>());
        part.WaitForElement("button");

        Breaking.IsBroken = false;
        part.Render(set => set.Add(p => p.Of, "another"));

        part.WaitForAssertion(() => Assert.Equal("All is well", part.Markup));
    }

    private sealed class Breaking : ComponentBase
    {
        public static bool IsBroken { get; set; }

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            if (IsBroken) throw new InvalidOperationException("Broken on purpose.");
        }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, "All is well");
    }
}
