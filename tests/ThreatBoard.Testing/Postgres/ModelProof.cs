using Microsoft.Extensions.DependencyInjection;
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
        var workspace = (await access.WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Read, cancel))[0];
        var offenders = new List<string>();
        var all = (await models.ListAsync(workspace, archived: false, cancel)).Concat(await models.ListAsync(workspace, archived: true, cancel));
        foreach (var summary in all.Where(which ?? (_ => true)))
        {
            var model = (await access.ForAsync(Caller.OfProcess(Database.LocalPerson), summary.Id, Right.Read, cancel))!;
            offenders.AddRange((await OffendersAsync(services, model, cancel)).Select(problem => $"{summary.Name}: {problem}"));
        }

        return offenders;
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
