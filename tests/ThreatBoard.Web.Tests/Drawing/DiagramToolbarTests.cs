using Bunit;
using ThreatBoard.Web.Features.Diagram;

namespace ThreatBoard.Web.Tests.Drawing;

public sealed class DiagramToolbarTests : BunitContext
{
    [Fact]
    public void Who_may_only_look_gets_no_tools_that_change_anything()
    {
        var toolbar = Render<DiagramToolbar>(p => p.Add(t => t.Model, Guid.Empty).Add(t => t.CanEdit, false));

        Assert.Empty(toolbar.FindAll("[popovertarget]"));
        Assert.DoesNotContain("Arrange", toolbar.Markup, StringComparison.Ordinal);
        Assert.Contains("Fit", toolbar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_says_what_it_takes_back()
    {
        var toolbar = Render<DiagramToolbar>(p => p.Add(t => t.Model, Guid.Empty).Add(t => t.CanEdit, true).Add(t => t.Undo, "move of 3"));

        Assert.False(toolbar.Find("[aria-label='Undo move of 3']").HasAttribute("disabled"));
        Assert.True(toolbar.Find("[aria-label='Redo']").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("Process", "add-process")]
    [InlineData("Data store", "add-store")]
    [InlineData("Namespace", "add-namespace")]
    [InlineData("Threat actor", "add-actor")]
    public void Everything_can_be_added(string word, string command)
    {
        string? ran = null;
        var toolbar = Render<DiagramToolbar>(p => p.Add(t => t.Model, Guid.Empty).Add(t => t.CanEdit, true).Add(t => t.OnCommand, c => ran = c));

        toolbar.FindAll("#diagram-add button").Single(button => button.TextContent.Trim() == word).Click();

        Assert.Equal(command, ran);
    }

    [Fact]
    public void The_grouping_in_force_is_pressed()
    {
        var toolbar = Render<DiagramToolbar>(p => p.Add(t => t.Model, Guid.Empty).Add(t => t.Grouping, "compute"));

        var pressed = toolbar.FindAll("[aria-label='Group by'] button[aria-pressed='true']");

        Assert.Equal("Compute", Assert.Single(pressed).TextContent);
    }
}
