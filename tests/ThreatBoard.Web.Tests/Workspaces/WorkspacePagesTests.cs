using System.Net;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Workspaces;

public sealed class WorkspacePagesTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_changes_a_role_by_its_choice()
    {
        using var web = await host.LoggedInAsync();
        var model = await host.SampleAsync();
        var (person, _) = await host.MemberAsync(model, "Rises", Role.Viewer);
        await using var page = await CircuitClient.OpenAsync(web, $"/workspaces/{model.WorkspaceId}", Cancel);
        var choice = await page.FindAsync(tree => tree.Elements("select").FirstOrDefault(select => select["aria-label"] == "Role of Rises"), "the choice of a role");
        await page.DispatchAsync(choice, "change", new { value = "Editor" }, "Editor");
        await UntilAsync(async () => await RoleOfAsync(model, person) is Role.Editor);
    }

    [Fact]
    public async Task The_audit_of_a_workspace_is_verified_from_its_page()
    {
        using var web = await host.LoggedInAsync();
        var model = await host.SampleAsync();
        await using var page = await CircuitClient.OpenAsync(web, $"/workspaces/{model.WorkspaceId}/audit", Cancel);
        await page.ClickAsync(tree => tree.Elements("button").FirstOrDefault(button => button.InnerText.Contains("Verify", StringComparison.Ordinal)), "the button that verifies");
        await page.WaitAsync(tree => tree.Text.Contains("All holds", StringComparison.Ordinal) && tree.Text.Contains(Words, StringComparison.Ordinal), "that all holds, and its line");
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/audit")]
    [InlineData("/workspaces/{id}/audit")]
    public async Task Members_without_the_right_find_nothing(string path)
    {
        var model = await host.SampleAsync();
        var (_, web) = await host.MemberAsync(model, "Looks around", Role.Editor);
        await using var page = await CircuitClient.OpenAsync(web, path.Replace("{id}", model.WorkspaceId.ToString(), StringComparison.Ordinal), Cancel);
        await page.WaitAsync(tree => tree.Text.Contains("for administrators", StringComparison.Ordinal) || tree.Text.Contains("no security audit here for you", StringComparison.Ordinal), "that there is nothing");
        Assert.False(page.Read(tree => tree.Elements("tr").Any()));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Reviewer)]
    public async Task Who_does_not_run_the_workspace_sees_how_it_works_and_can_change_none_of_it(Role role)
    {
        var model = await host.SampleAsync();
        var (_, web) = await host.MemberAsync(model, $"Looks at the rules as {role}", role);
        await using var page = await CircuitClient.OpenAsync(web, $"/workspaces/{model.WorkspaceId}", Cancel);
        await page.WaitAsync(tree => tree.Text.Contains("How we work", StringComparison.Ordinal) && tree.Text.Contains("Bands of risk", StringComparison.Ordinal), "the working rules");
        var (choices, buttons) = page.Read(tree => (tree.Elements("select").ToList(), tree.Elements("button").Select(button => button.InnerText.Trim()).ToList()));
        Assert.True(choices.Count >= 3);
        Assert.All(choices, choice => Assert.NotNull(choice["disabled"]));
        Assert.DoesNotContain(buttons, words => words.StartsWith("Save", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_export_is_for_administrators_and_a_line_itself()
    {
        using var web = await host.LoggedInAsync();
        var (_, other) = await host.MemberAsync(await host.SampleAsync(), "Asks for the file", Role.Owner);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync("/audit/export.csv", Cancel)).StatusCode);
        using var answer = await web.Http.GetAsync("/audit/export.csv?kind=data.exported", Cancel);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains($"\"{AuditKind.Exported}\",\"You\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_of_all_workspaces_are_shown_and_one_can_be_chosen()
    {
        var here = await host.SampleAsync();
        var me = Caller.OfProcess(Data.Database.LocalPerson);
        var (made, _) = await host.Get<Data.Workspaces>().CreateAsync(me, "Payments", Cancel);
        var room = (await host.Get<Access>().ForWorkspaceAsync(me, made!.Value, Right.Edit, Cancel))!;
        await host.Get<WorkspaceModels>().CreateAsync(room, "Ledger", "", [], Cancel);
        using var web = await host.LoggedInAsync();
        await using var page = await CircuitClient.OpenAsync(web, "/models", Cancel);
        await page.WaitAsync(tree => tree.Text.Contains("Ledger", StringComparison.Ordinal) && tree.Text.Contains("Sample shop", StringComparison.Ordinal), "models of both");
        await using var one = await CircuitClient.OpenAsync(web, $"/models?workspace={made}", Cancel);
        await one.WaitAsync(tree => tree.Text.Contains("Ledger", StringComparison.Ordinal), "the model of one");
        Assert.False(one.Read(tree => tree.Text.Contains("Sample shop", StringComparison.Ordinal)));
        Assert.NotEqual(here.WorkspaceId, made);
    }

    private static string Words => Features.Workspaces.AuditWords.Kind(AuditKind.Verified);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < CircuitClient.Limit, "It did not come about in time.");
            await timer.WaitForNextTickAsync(Cancel);
        }
    }

    private async Task<Role?> RoleOfAsync(ModelAccess model, Guid person) =>
        (await host.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(person), model.WorkspaceId, Right.Read, Cancel))?.Role;
}
