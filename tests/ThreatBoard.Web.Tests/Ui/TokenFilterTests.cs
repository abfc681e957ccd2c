using Bunit;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class TokenFilterTests : BunitContext
{
    private string _value = "";

    [Fact]
    public void Enter_turns_what_was_typed_into_a_chip()
    {
        var filter = RenderFilter("status:open");
        filter.Find("input").Input("risk>=high");
        filter.Find("input").KeyDown("Enter");
        Assert.Equal("status:open risk>=high", _value);
    }

    [Fact]
    public void A_chip_is_removed_by_its_button_and_by_backspace()
    {
        var filter = RenderFilter("status:open risk>=high owner:\"A B\"");
        filter.Find("input").KeyDown("Backspace");
        Assert.Equal("status:open risk>=high", _value);
        filter.Find("button[aria-label='Remove status:open']").Click();
        Assert.Equal("risk>=high", _value);
    }

    private IRenderedComponent<TokenFilter> RenderFilter(string value) =>
        Render<TokenFilter>(set => set.Add(f => f.Value, value).Add(f => f.ValueChanged, changed => _value = changed));
}
