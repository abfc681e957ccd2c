using System.Diagnostics;
using Npgsql;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Together;

/// <summary>Looks for drafts in the database of a running ThreatBoard.</summary>
internal static class StoredDrafts
{
    /// <summary>Five times what is promised.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>Waits until the text stands there as a draft.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> HoldAsync(RunningApp app, string text)
    {
        var since = Stopwatch.StartNew();
        while (await CountAsync(app, text) == 0) Assert.True(since.Elapsed < Deadline, $"“{text}” is not in the database after {since.Elapsed}.");
        return since.Elapsed;
    }

    public static async Task<long> CountAsync(RunningApp app, string text)
    {
        await using var server = await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = app.DataFolder }, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM draft WHERE position($1 in text) > 0");
        command.Parameters.Add(new() { Value = text });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
