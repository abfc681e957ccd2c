using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Running;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Rounds;

/// <summary>Where the workspace asks for it, somebody who wrote nothing approves what an iteration publishes; one who is alone approves, and it stays visible.</summary>
public sealed class ApprovalTests(LoggedIn suite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reviewer_refuses_with_a_word_and_approves_what_was_changed_and_its_author_cannot()
    {
        var (team, room, ada) = await WorkspaceAsync("Approvals");
        var rita = await suite.Colleagues.AddAsync("Rita Levi", Role.Reviewer, room);
        var (model, web) = await LastPhaseAsync(team, room, ada);
        await using var author = await suite.Colleagues.SignInAsync(ada, $"/models/{model.ModelId}/iterations");
        await using var reviewer = await suite.Colleagues.SignInAsync(rita, $"/models/{model.ModelId}/iterations");
        await Expect(author.Page.GetByText("Nobody can override that")).ToBeVisibleAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for an approval" })).ToHaveCountAsync(0);

        await Button(author, "Ask for an approval").ClickAsync();
        await Button(author, "Approve").ClickAsync();
        await Expect(author.Page.GetByText("You wrote a part of this since the last revision")).ToBeVisibleAsync();
        await Button(reviewer, "Refuse").ClickAsync();
        await Expect(reviewer.Page.GetByText("Say why it is refused.")).ToBeVisibleAsync();
        await reviewer.Page.GetByLabel("A word (needed to refuse)").FillAsync("The <b>web</b> is missing its technology");
        await Button(reviewer, "Refuse").ClickAsync();
        await Expect(author.Page.GetByText("Nobody has approved what the model says now.")).ToBeVisibleAsync();
        await author.Page.GetByText("Earlier approvals").ClickAsync();
        await Expect(author.Page.GetByText("Refused by Rita Levi. “The <b>web</b> is missing its technology”")).ToBeVisibleAsync();

        await DoAsync(team, model, new Intent.Edit([Change.Of(web, web with { Technology = "nginx" })], Setter.Person));
        await Button(author, "Ask for an approval").ClickAsync();
        await Button(reviewer, "Approve").ClickAsync();
        await Expect(author.Page.GetByText("Approved by Rita Levi.")).ToBeVisibleAsync();
        Assert.Empty(await reviewer.SeriousFindingsAsync());
        await Button(author, "Close mitigate and the iteration all the same").Or(Button(author, "Close mitigate and the iteration")).First.ClickAsync();
        await Expect(author.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "First look" })).ToContainTextAsync("Approved by Rita Levi.");
    }

    [Fact]
    public async Task Whoever_is_alone_in_a_workspace_approves_and_the_page_says_so()
    {
        var (team, room, ada) = await WorkspaceAsync("Alone");
        var (model, _) = await LastPhaseAsync(team, room, ada);
        await using var author = await suite.Colleagues.SignInAsync(ada, $"/models/{model.ModelId}/iterations");
        await Button(author, "Ask for an approval").ClickAsync();
        await Button(author, "Approve").ClickAsync();
        await Expect(author.Page.GetByText("Approved by its author, alone in this workspace: Ada Lovelace.")).ToBeVisibleAsync();
    }

    private static ILocator Button(WatchedPage watched, string name) => watched.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<(TeamApp Team, Guid Room, TeamPerson Ada)> WorkspaceAsync(string name)
    {
        var team = await suite.Colleagues.TeamAsync();
        var room = await team.NewWorkspaceAsync(name, Cancel);
        var ada = await suite.Colleagues.AddAsync("Ada Lovelace", Role.Owner, room);
        var access = (await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(ada.Person), room, Right.Administer, Cancel))!;
        Assert.Null(await team.Get<WorkspaceRules>().AskForApprovalAsync(access, asks: true, Cancel));
        return (team, room, ada);
    }

    /// <summary>A model of Ada's whose iteration misses nothing but the approval.</summary>
    private static async Task<(ModelAccess Model, Component Web)> LastPhaseAsync(TeamApp team, Guid room, TeamPerson ada)
    {
        var workspace = (await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(ada.Person), room, Right.Edit, Cancel))!;
        var made = await team.Get<WorkspaceModels>().CreateAsync(workspace, "To approve", "", [], Cancel);
        var (web, iteration) = (Some.Component("web"), Some.Id<Iteration>());
        await DoAsync(team, made, new Intent.Edit([Change.Add(web)], Setter.Person));
        await DoAsync(team, made, new Intent.Take(new OpenIteration(iteration, IterationReason.FirstLook)));
        foreach (var phase in new[] { IterationPhase.Identify, IterationPhase.Assess }) await DoAsync(team, made, new Intent.Take(new ClosePhase(iteration, phase, "It is only a test.")));
        return (made, web);
    }

    private static async Task DoAsync(TeamApp team, ModelAccess model, Intent intent) =>
        Assert.IsType<Outcome.Applied>(await team.Get<ModelStore>().ApplyAsync(model, intent, OperationId.New(TimeProvider.System), Cancel));
}
