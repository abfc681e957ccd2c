using System.Globalization;
using ThreatBoard.Data.Backup;
using ThreatBoard.Web.Database;

namespace ThreatBoard.Web.Commands;

/// <summary>Writes the whole database into one file, whether ThreatBoard runs or not.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(string file, IConfiguration configuration, CancellationToken cancel)
    {
        await using var database = await OpenAsync(configuration, cancel);
        var manifest = await database.BackUpAsync(file, TimeProvider.System, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {manifest.Rows} rows of {manifest.Tables.Count} tables, at migration {manifest.LastMigration}"));
        return 0;
    }

    /// <summary>The database that the configuration names, as its owner.</summary>
    internal static async Task<OwnedDatabase> OpenAsync(IConfiguration configuration, CancellationToken cancel) =>
        DatabaseHosting.HasOwnServer(configuration)
            ? OwnedDatabase.Of(DatabaseHosting.OwnerOf(configuration) ?? configuration.GetConnectionString(DatabaseHosting.ConnectionName)!)
            : await OwnedDatabase.OfAsync(DatabaseHosting.EmbeddedOptions(configuration), cancel);
}
