using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Workspaces;

/// <summary>What an open page offers follows the role, without being loaded anew; CircuitClient waits 30 s, six times what was aimed at.</summary>
[Trait("Matrix", "D4")]
public sealed class RolesInOpenPagesTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rights_grow_and_shrink_in_an_open_table_and_panel()
    {
        var model = await host.SampleAsync();
        var threat = (await host.ContentAsync(model)).All<Threat>().OrderBy(t => t.Id).First();
        var (person, web) = await host.MemberAsync(model, "Grows and shrinks", Role.Viewer);
        await using var page = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/threats?open=threat:{threat.Id}", Cancel);
        await page.WaitAsync(
            tree => tree.Elements("tr").Count() > 5 && !Offers(tree) && Disabled(tree, "Title: ") && tree.Text.Contains("viewer", StringComparison.Ordinal),
            "a table that offers nothing, a title that cannot be edited, and why");
        await host.People.SetRoleAsync(model.WorkspaceId, person, Role.Editor, Cancel);
        await page.WaitAsync(tree => Offers(tree) && !Disabled(tree, "Title: "), "what an editor may do");
        await host.People.SetRoleAsync(model.WorkspaceId, person, Role.Reviewer, Cancel);
        await page.WaitAsync(tree => !Offers(tree) && Disabled(tree, "Title: ") && !Disabled(tree, "Write a comment"), "what a reviewer may do");
    }

    [Fact]
    public async Task Whoever_is_sent_away_sees_the_model_no_longer()
    {
        var model = await host.SampleAsync();
        var (person, web) = await host.MemberAsync(model, "Is sent away", Role.Editor);
        await using var page = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/threats", Cancel);
        await page.WaitAsync(tree => tree.Elements("tr").Count() > 5, "rows");
        var owner = (await host.Get<Data.Access>().ForWorkspaceAsync(Caller.OfProcess(Data.Database.LocalPerson), model.WorkspaceId, Right.Administer, Cancel))!;
        Assert.Null(await host.Get<Data.Members>().RemoveAsync(owner, person, Cancel));
        await page.WaitAsync(tree => tree.Text.Contains("no longer open to you", StringComparison.Ordinal) && !tree.Elements("tr").Any(), "that the model is no longer open");
    }

    private static bool Offers(PageTree tree) => tree.Elements("button").Any(button => button.InnerText.Contains("Write one", StringComparison.Ordinal));

    private static bool Disabled(PageTree tree, string label)
    {
        var box = tree.All.FirstOrDefault(node => node["aria-label"]?.StartsWith(label, StringComparison.Ordinal) == true);
        for (var node = box; node is not null; node = node.Parent)
            if (node.Element == "fieldset" && node.Attributes.ContainsKey("disabled")) return true;
        return box is null;
    }
}
