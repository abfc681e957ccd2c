using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Testing.Postgres;

/// <summary>Proves that every model of a database is what its journal says.</summary>
public static class ModelProof
{
    /// <summary>What does not hold, by model: rows that differ from the journal replayed from nothing, broken invariants, broken chains. Empty when all is well.</summary>
    /// <param name="which">The models to prove; all where left out.</param>
    public static async Task<IReadOnlyList<string>> OffendersAsync(string ownerConnectionString, CancellationToken cancel, Func<ModelSummary, bool>? which = null)
    {
        await using var services = new ServiceCollection().AddLogging().AddThreatBoardData(ownerConnectionString).BuildServiceProvider();
        var (access, models) = (services.GetRequiredService<Access>(), services.GetRequiredService<WorkspaceModels>());
        var offenders = new List<string>();
        foreach (var (room, caller) in await MembersAsync(services, cancel))
        {
            var workspace = (await access.ForWorkspaceAsync(caller, room, Right.Read, cancel))!;
            var all = (await models.ListAsync(workspace, archived: false, cancel)).Concat(await models.ListAsync(workspace, archived: true, cancel));
            foreach (var summary in all.Where(which ?? (_ => true)))
            {
                var model = (await access.ForAsync(caller, summary.Id, Right.Read, cancel))!;
                offenders.AddRange((await OffendersAsync(services, model, cancel)).Select(problem => $"{summary.Name}: {problem}"));
            }
        }

        return offenders;
    }

    /// <summary>Somebody of each workspace that has anybody.</summary>
    private static async Task<IReadOnlyList<(Guid Workspace, Caller Caller)>> MembersAsync(ServiceProvider services, CancellationToken cancel)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "SELECT DISTINCT ON (workspace_id) workspace_id, person_id FROM membership JOIN person ON person.id = person_id WHERE disabled_at IS NULL ORDER BY workspace_id");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(Guid, Caller)>();
        while (await rows.ReadAsync(cancel)) found.Add((rows.GetGuid(0), Caller.OfProcess(rows.GetGuid(1))));
        return found;
    }

    private static async Task<IReadOnlyList<string>> OffendersAsync(ServiceProvider services, ModelAccess model, CancellationToken cancel)
    {
        var journal = services.GetRequiredService<Journal>();
        var rows = (await services.GetRequiredService<LiveModels>().ReadAsync(model, cancel)).Content;
        var differences = Comparison.Between(await journal.ReplayAsync(model, cancel), rows).Select(change => $"{change.Kind} {change.Entity}, says the journal's replay");
        string?[] chains = [await journal.VerifyAsync(model, cancel), await services.GetRequiredService<RevisionArchive>().VerifyAsync(model, cancel)];
        return [.. differences, .. Invariants.Check(rows).Select(violation => $"{violation.Entity}: {violation.Message}"), .. chains.OfType<string>()];
    }
}
