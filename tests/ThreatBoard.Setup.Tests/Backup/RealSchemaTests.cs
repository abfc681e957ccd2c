using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Mapping;

namespace ThreatBoard.Setup.Tests.Backup;

/// <summary>Backup and restore over ThreatBoard's own tables, triggers, roles and keys.</summary>
public sealed class RealSchemaTests(BackupServer server) : IClassFixture<BackupServer>, IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_without_tables_is_migrated_and_filled()
    {
        await using var from = await server.NewDatabaseAsync();
        await new Database(server.OwnerConnectionString(from), TimeProvider.System).MigrateAsync(Cancel);
        var written = await new DatabaseBackup(from, TimeProvider.System).WriteAsync(_folder["file"], Cancel);
        await using var to = await server.NewDatabaseAsync();
        await using var db = Context(to);

        await SchemaVersion.PrepareForAsync(written, db.Database, Cancel);
        await new DatabaseRestore(to).ReadAsync(_folder["file"], Cancel);

        var again = await new DatabaseBackup(to, TimeProvider.System).WriteAsync(_folder["again"], Cancel);
        Assert.True(written.Rows > 0);
        Assert.Equal(written.Tables.Select(table => (table.Name, table.Rows, table.Sha256)), again.Tables.Select(table => (table.Name, table.Rows, table.Sha256)));
    }

    [Fact]
    public async Task A_backup_of_a_later_version_is_refused_before_anything_is_made()
    {
        await using var to = await server.NewDatabaseAsync();
        await using var db = Context(to);
        var later = new BackupManifest(1, TimeProvider.System.GetUtcNow(), "18", ["99990101000000_Later"], [], []);

        var refused = await Assert.ThrowsAsync<BackupException>(() => SchemaVersion.PrepareForAsync(later, db.Database, Cancel));

        Assert.Contains("a later version made it", refused.Message);
        Assert.Empty(await db.Database.GetAppliedMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task A_database_that_a_later_version_has_migrated_is_refused_with_what_to_do()
    {
        await using var database = await server.NewDatabaseAsync();
        await new Database(server.OwnerConnectionString(database), TimeProvider.System).MigrateAsync(Cancel);
        await using (var later = database.CreateCommand("""insert into "__EFMigrationsHistory" values ('99990101000000_Later', '10')"""))
            await later.ExecuteNonQueryAsync(Cancel);

        var refused = await Assert.ThrowsAsync<BackupException>(() =>
            new Database(server.OwnerConnectionString(database), TimeProvider.System).MigrateAsync(Cancel));

        Assert.Contains("99990101000000_Later", refused.Message);
        Assert.Contains("scripts/restore", refused.Message);
    }

    private static ThreatBoardDb Context(NpgsqlDataSource database)
    {
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(database);
        return new(options.Options);
    }
}
