using System.IO.Compression;
using System.Text;
using Npgsql;

namespace ThreatBoard.Data.Backup;

/// <summary>
/// Writes all tables of a database, as of one moment, into one archive. It needs no pg_dump, which the embedded package lacks
/// and which refuses servers newer than itself.
/// </summary>
public sealed class DatabaseBackup(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="file"/>, readable by its owner only; the file gets its name when it is whole.</summary>
    /// <exception cref="BackupException">The file is there already, or the database is no ThreatBoard's.</exception>
    public async Task<BackupManifest> WriteAsync(string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            throw new BackupException($"{file} is there already. Name another file, or remove it first.");
        var partial = file + ".partial";
        File.Delete(partial);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        BackupManifest manifest;
        await using (var stream = new FileStream(partial, options))
        await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            manifest = await WriteAsync(archive, cancel);
        File.Move(partial, file);
        return manifest;
    }

    private async Task<BackupManifest> WriteAsync(ZipArchive archive, CancellationToken cancel)
    {
        await using var session = await CopySession.OpenAsync(database, "set transaction read only;", cancel);
        var migrations = await DatabaseCatalog.MigrationsAsync(session.Connection, cancel);
        if (migrations.Count == 0)
            throw new BackupException("The database holds no ThreatBoard: it has no history of migrations. Check ConnectionStrings__ThreatBoard.");
        List<BackedUpTable> tables = [];
        foreach (var table in await DatabaseCatalog.TablesAsync(session.Connection, cancel))
            tables.Add(await WriteAsync(archive, session, table, cancel));
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, clock.GetUtcNow(), session.Connection.ServerVersion, migrations, tables,
            await DatabaseCatalog.SequencesAsync(session.Connection, cancel));
        await using var entry = await archive.CreateEntry(BackupManifest.Entry).OpenAsync(cancel);
        await manifest.WriteAsync(entry, cancel);
        return manifest;
    }

    private static async Task<BackedUpTable> WriteAsync(ZipArchive archive, CopySession session, CatalogTable table, CancellationToken cancel)
    {
        var backedUp = new BackedUpTable(table.Schema, table.Name, table.Columns, 0, "");
        await using var entry = await archive.CreateEntry(backedUp.Entry, CompressionLevel.Fastest).OpenAsync(cancel);
        await using var text = new StreamWriter(entry, _utf8);
        var (rows, digest) = await session.ReadAsync(table, text, cancel);
        return backedUp with { Rows = rows, Sha256 = digest };
    }
}
