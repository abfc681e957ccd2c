using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data.Accounts;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>Whoever is cut off while they write: for the others they are gone, and what they wrote is there when they are back.</summary>
public sealed class LeavingTests(LoggedIn suite)
{
    private const string Words = "It sells socks and “gloves”.";

    /// <summary>Five times: a session is looked up every two seconds, and who is here is told with the next beat.</summary>
    private const float Ended = 20_000;

    /// <summary>Five times what a silent line and a missed beat take together.</summary>
    private const float Silent = 200_000;

    [Fact]
    public async Task What_is_typed_when_a_sign_in_expires_is_there_after_signing_in_again()
    {
        var (ada, grace) = (await suite.Colleagues.AddAsync("Ada Expired", Role.Editor), await suite.Colleagues.AddAsync("Grace Stays", Role.Editor));
        var address = await suite.Colleagues.WithComponentAsync(ada, "Expired", "web");
        var team = await suite.Colleagues.TeamAsync();
        await using var graces = await suite.Colleagues.SignInAsync(grace, address);
        await using var adas = await suite.Colleagues.SignInAsync(ada, address);
        var box = await BeginAsync(adas.Page);
        await Expect(graces.Page.GetByText("Ada Expired is writing here")).ToBeVisibleAsync();
        await box.PressSequentiallyAsync(Words);
        await StoredDrafts.HoldAsync(team.App, Words);

        await team.ExecuteAsync("UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = $1", TestContext.Current.CancellationToken, ada.Person);
        await adas.Page.ArriveAtAsync("**/login**", Ended);
        await Expect(graces.Page.GetByText("Ada Expired is writing here")).ToHaveCountAsync(0, new() { Timeout = Ended });
        await Expect(Others(graces.Page)).ToHaveCountAsync(0, new() { Timeout = Ended });
        await Colleagues.SignInAsync(adas.Page, ada);

        await Expect(Description(adas.Page)).ToHaveValueAsync(Words, new() { Timeout = Ended });
        await Expect(adas.Page.Locator("#details").GetByText("Unsaved draft from")).ToBeVisibleAsync();
        await Expect(Others(graces.Page)).ToBeVisibleAsync(new() { Timeout = Ended });
    }

    [Fact]
    public async Task Whoever_falls_silent_is_gone_for_the_others_and_what_they_typed_meanwhile_is_stored_when_they_are_back()
    {
        await using var mine = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(mine, "A closed laptop");
        await sheet.ShowAsync("component");
        await sheet.AddAsync("web");
        await sheet.OpenAsync("web");
        await using var guests = await Guests.OfAsync(suite.App);
        await using var hers = await guests.OpenAsync(suite.Chromium.Browser, suite.App, "Anna Away", new Uri(sheet.Page.Url).PathAndQuery);
        var box = await BeginAsync(hers.Page);
        await box.PressSequentiallyAsync("Typed online");
        await StoredDrafts.HoldAsync(suite.App, "Typed online");
        await Expect(Others(sheet.Page)).ToBeVisibleAsync();

        await hers.Page.Context.SetOfflineAsync(true);
        await box.PressSequentiallyAsync(", and then in a tunnel");
        await Expect(Others(sheet.Page)).ToHaveCountAsync(0, new() { Timeout = Silent });
        await Expect(hers.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = Silent });
        await hers.Page.Context.SetOfflineAsync(false);

        await Expect(hers.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = Silent });
        await StoredDrafts.HoldAsync(suite.App, "Typed online, and then in a tunnel");
        await Expect(Description(hers.Page)).ToHaveValueAsync("Typed online, and then in a tunnel");
        await Expect(Others(sheet.Page)).ToBeVisibleAsync(new() { Timeout = Silent });
        hers.Forgive();
    }

    private static async Task<ILocator> BeginAsync(IPage page)
    {
        await page.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Description: Not said. Edit" }).ClickAsync();
        return Description(page);
    }

    private static ILocator Description(IPage page) => page.Locator("#details").GetByRole(AriaRole.Textbox, new() { Name = "Description" });

    private static ILocator Others(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "1 other is here" });
}
