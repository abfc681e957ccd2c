using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>Looks into the database of a running ThreatBoard, behind its back.</summary>
public static class StoredModels
{
    /// <summary>Fails where a journal, replayed from nothing, is not what the rows hold, or where its chain is broken.</summary>
    public static async Task AssertJournalsEqualRowsAsync(RunningApp app)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = app.DataFolder }, cancel);
        await using var services = new ServiceCollection().AddLogging().AddThreatBoardData(server.ConnectionString).BuildServiceProvider();
        var (access, journal) = (services.GetRequiredService<Access>(), services.GetRequiredService<Journal>());
        var workspace = await access.ForWorkspaceAsync(Database.LocalPerson, Right.Read, cancel);
        foreach (var model in await services.GetRequiredService<WorkspaceModels>().ListAsync(workspace!, archived: false, cancel))
        {
            var allowed = (await access.ForAsync(Database.LocalPerson, model.Id, Right.Read, cancel))!;
            var rows = (await services.GetRequiredService<LiveModels>().ReadAsync(allowed, cancel)).Content;
            Assert.Null(await journal.VerifyAsync(allowed, cancel));
            Assert.Empty(Comparison.Between(rows, await journal.ReplayAsync(allowed, cancel)).Select(change => $"{change.Kind} {change.Entity} {change.Title}"));
        }
    }
}
