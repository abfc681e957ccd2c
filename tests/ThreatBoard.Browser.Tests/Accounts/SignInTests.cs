using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Browser.Tests.Accounts;

public sealed class SignInTests(LoggedIn suite)
{
    [Fact]
    public async Task Somebody_signs_in_by_the_form_and_comes_to_the_page_that_was_asked_for()
    {
        var ada = await suite.Colleagues.AddAsync("Ada", Role.Editor);
        await using var watched = await suite.Colleagues.NobodyAsync();
        await watched.Page.GotoAsync("/models");
        await Colleagues.SignInAsync(watched.Page, ada, "not the right password");
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not open ThreatBoard");
        Assert.Empty(await watched.SeriousFindingsAsync());
        await Colleagues.SignInAsync(watched.Page, ada);
        await watched.Page.ArriveAtAsync("**/models");
        await watched.Page.Locator(".tb-frame[data-ready]").WaitForAsync();
    }
}
