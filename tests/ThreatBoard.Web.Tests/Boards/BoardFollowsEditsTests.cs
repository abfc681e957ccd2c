using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Boards;

/// <summary>The board over all models, while somebody writes to one of them elsewhere.</summary>
public sealed class BoardFollowsEditsTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_elsewhere_is_counted_and_weighed_without_anybody_loading_the_page_again()
    {
        var room = (await host.Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var model = await host.Get<WorkspaceModels>().CreateAsync(room, "Ledger", "", [], Cancel);
        var vault = Some.Component("vault of the ledger");
        await WriteAsync(model, Change.Add(vault));
        using var web = await host.LoggedInAsync();
        await using var board = await CircuitClient.OpenAsync(web, "/board", Cancel);
        await board.WaitAsync(page => Open(page) == "0" && page.Text.Contains("No threat was written down so far", StringComparison.Ordinal), "a board without threats");

        await WriteAsync(model, Change.Add(Some.Threat(ThreatSubject.Of(vault)) with { Assessment = new(4, 4, "seen") }));

        await board.WaitAsync(page => Open(page) == "1", "the new threat, counted");
        await board.WaitAsync(page => page.Elements("a").Any(link => link.InnerText.Contains("vault of the ledger", StringComparison.Ordinal)), "the component as exposed");
    }

    private static string? Open(PageTree page) =>
        page.Elements("a").FirstOrDefault(tile => tile["class"] == "tb-tile" && tile.InnerText.StartsWith("Open threats", StringComparison.Ordinal))?.Inside().First(node => node.Element == "strong").InnerText;

    private async Task WriteAsync(ModelAccess model, Change change)
    {
        var edit = new Intent.Edit([change], Setter.Person);
        Assert.IsType<Outcome.Applied>(await host.Get<ModelStore>().ApplyAsync(model, edit, OperationId.New(TimeProvider.System), Cancel));
    }
}
