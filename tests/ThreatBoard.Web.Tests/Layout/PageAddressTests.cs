using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Layout;

public sealed class PageAddressTests
{
    private static readonly Guid s_model = new("019e0000-0000-7000-8000-000000000001");
    private static readonly Guid s_item = new("019e0000-0000-7000-8000-000000000002");

    [Fact]
    public void A_models_page_gives_model_section_and_open_item() =>
        Assert.Equal(new(s_model, "threats", new("threat", s_item)), At($"/models/{s_model}/threats?status=open&open=threat:{s_item}"));

    [Fact]
    public void A_models_own_address_is_its_board() => Assert.Equal(new(s_model, "", null), At($"/models/{s_model}"));

    [Theory]
    [InlineData("/")]
    [InlineData("/models")]
    [InlineData("/models/new")]
    [InlineData("/rules?open=threat")]
    [InlineData("/rules?open=threat:not-an-id")]
    public void Anything_else_is_the_workspace(string path) => Assert.Equal(new(null, "", null), At(path));

    private static PageAddress At(string path) => PageAddress.Parse(new("http://127.0.0.1:5080" + path));
}
