using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data.Accounts;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Pages;

public sealed class DuplicateTests(LoggedIn suite)
{
    [Fact]
    public async Task A_model_is_duplicated_into_another_workspace_in_which_one_may_make_models()
    {
        var team = await suite.Colleagues.TeamAsync();
        var (cancel, first) = (TestContext.Current.CancellationToken, await team.NewWorkspaceAsync("Drafts of models", TestContext.Current.CancellationToken));
        var second = await team.NewWorkspaceAsync("Models that count", cancel);
        var ada = await suite.Colleagues.AddAsync("Ada Lovelace", Role.Owner, first);
        await team.ExecuteAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, 'Editor')", cancel, second, ada.Person);
        await using var watched = await suite.Colleagues.SignInAsync(ada);
        await Sheet.MakeAsync(watched, "Shop");

        await watched.GoToAsync("/models");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Duplicate Shop" }).ClickAsync();
        await Expect(watched.Page.GetByLabel("Name of the copy")).ToBeFocusedAsync();
        await watched.Page.GetByLabel("Name of the copy").FillAsync("Shop, reviewed");
        await watched.Page.GetByLabel("In the workspace").SelectOptionAsync(new SelectOptionValue { Label = "Models that count" });
        await Expect(watched.Page.GetByText("become plain names there")).ToBeVisibleAsync();
        Assert.Empty(await watched.SeriousFindingsAsync());
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Duplicate", Exact = true }).ClickAsync();

        await Expect(watched.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Shop, reviewed" })).ToContainTextAsync("Models that count");
    }
}
