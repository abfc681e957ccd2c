using System.Collections.Concurrent;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Accounts;

/// <summary>Who comes to a browser after somebody has logged out finds nothing of theirs.</summary>
[Trait("Matrix", "D26")]
public sealed class LeavingTests(LoggedIn suite)
{
    private const string Secret = "The shop that nobody else may see";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Back_shows_nothing_after_logging_out_and_nothing_is_left_in_the_browser()
    {
        var ada = await suite.Colleagues.AddAsync("Ada", Role.Owner);
        var team = await suite.Colleagues.TeamAsync();
        var room = (await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(ada.Person), team.Workspace, Right.Administer, Cancel))!;
        var model = (await team.Get<WorkspaceModels>().CreateAsync(room, Secret, Secret, [], Cancel)).ModelId;
        await using var watched = await suite.Colleagues.SignInAsync(ada, $"/models/{model}");
        var page = watched.Page;
        var answers = new ConcurrentQueue<IResponse>();
        page.Response += (_, answer) => answers.Enqueue(answer);

        foreach (var path in new[] { $"/models/{model}", $"/models/{model}/diagram", $"/models/{model}/inventory", $"/models/{model}/threats", "/models", "/account", "/inbox" }) await watched.GoToAsync(path);
        await watched.GoToAsync($"/models/{model}");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Secret);
        Assert.All(await StoredAsync(page), IsPreference);
        Assert.All(answers.Where(IsOfAPerson), answer => Assert.Contains("no-store", answer.Headers.GetValueOrDefault("cache-control", ""), StringComparison.Ordinal));

        await page.GotoAsync("/logout");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await page.ArriveAtAsync("**/login**");
        // By Clear-Site-Data.
        Assert.Empty(await StoredAsync(page));
        for (var steps = 0; steps < 3; steps++)
        {
            await page.GoBackAsync();
            await page.ArriveAtAsync("**/login**");
            Assert.DoesNotContain(Secret, await page.ContentAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, await page.TitleAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Whatever is not a script, a style or a picture, which are everybody's.</summary>
    private static bool IsOfAPerson(IResponse answer) => answer.Request.ResourceType is "document" or "fetch" or "xhr" && answer.Status == 200 && !answer.Url.Contains("/_blazor", StringComparison.Ordinal);

    private static Task<string[]> StoredAsync(IPage page) =>
        page.EvaluateAsync<string[]>("() => [localStorage, sessionStorage].flatMap(store => Object.keys(store).map(key => `${key}=${store.getItem(key)}`))");

    /// <summary>The panel's width, and which boundaries of a diagram are folded, by their ids.</summary>
    private static void IsPreference(string stored) => Assert.Matches("^(threatboard-panel-width=[0-9.]+|diagram-[0-9a-f-]+-(tenancy|compute)=[0-9a-f -]*)$", stored);
}
