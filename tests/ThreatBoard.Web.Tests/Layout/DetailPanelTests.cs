using Bunit;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Layout;

public sealed class DetailPanelTests : BunitContext
{
    private static readonly Guid s_model = new("019e0000-0000-7000-8000-000000000001");
    private static readonly Guid s_item = new("019e0000-0000-7000-8000-000000000002");

    [Fact]
    public void The_content_registered_for_the_kind_is_shown()
    {
        Services.AddDetail<Echo>("component", "Component");
        var panel = Render<DetailPanel>(set => set.Add(p => p.Open, new("component", s_item)).Add(p => p.Model, s_model));
        Assert.Equal("Component", panel.Find("h2").TextContent);
        Assert.Equal($"{s_model} {s_item}", panel.Find("p").TextContent);
    }

    [Fact]
    public void An_unknown_kind_is_said_not_broken()
    {
        var panel = Render<DetailPanel>(set => set.Add(p => p.Open, new("nonsense", s_item)).Add(p => p.Model, s_model));
        Assert.Contains("Nothing to show here", panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_and_pinning_are_told()
    {
        var (closed, pinned) = (false, false);
        var panel = Render<DetailPanel>(set => set
            .Add(p => p.Open, new("component", s_item))
            .Add(p => p.OnClose, () => closed = true)
            .Add(p => p.PinnedChanged, value => pinned = value));
        panel.Find("button[aria-pressed]").Click();
        panel.Find("button[aria-label^=Close]").Click();
        Assert.True(closed && pinned);
    }

    private sealed class Echo : ComponentBase
    {
        [Parameter]
        public Guid Model { get; set; }

        [Parameter]
        public Guid Id { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, $"{Model} {Id}");
            builder.CloseElement();
        }
    }
}
