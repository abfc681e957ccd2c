using System.Globalization;
using System.Text;
using Npgsql;

namespace ThreatBoard.Data.Backup;

/// <summary>Fills an empty database, migrated as far as the backup's was, and proves that it then holds the same; all of it or nothing.</summary>
public sealed class DatabaseRestore(NpgsqlDataSource database)
{
    /// <exception cref="BackupException">The target is not empty or at another migration, or the backup is damaged.</exception>
    public async Task<BackupManifest> ReadAsync(string file, CancellationToken cancel)
    {
        using var archive = await BackupArchive.OpenAsync(file, cancel);
        var manifest = archive.Manifest;
        await using var session = await CopySession.OpenAsync(database, "set constraints all deferred;", cancel);
        await RequireMigrationsAsync(manifest, session, cancel);
        var tables = await DatabaseCatalog.TablesAsync(session.Connection, cancel);
        RequireSameTables(manifest, tables);
        await RequireEmptyAsync(session, tables, cancel);
        foreach (var table in tables)
            await FillAsync(archive, session, table, Of(manifest, table), cancel);
        foreach (var table in tables)
            RequireSame(Of(manifest, table), await session.ReadAsync(table, TextWriter.Null, cancel), "after restoring it");
        foreach (var sequence in manifest.Sequences.Where(sequence => sequence.LastValue is not null))
            await session.ExecuteAsync(SetSequence(sequence), cancel);
        await session.CommitAsync(cancel);
        return manifest;
    }

    private static async Task FillAsync(BackupArchive archive, CopySession session, CatalogTable table, BackedUpTable backedUp, CancellationToken cancel)
    {
        // Triggers acted when the rows were first written; they must neither refuse nor repeat.
        if (table.HasTriggers)
            await session.ExecuteAsync($"alter table {table.Quoted} disable trigger user", cancel);
        try
        {
            await using var entry = await archive.OpenAsync(backedUp, cancel);
            using var text = new StreamReader(entry, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            RequireSame(backedUp, await session.WriteAsync(table, text, cancel), "in the file");
        }
        catch (Exception damaged) when (damaged is PostgresException or InvalidDataException or DecoderFallbackException)
        {
            throw new BackupException($"The rows of {table.Quoted} cannot be restored ({damaged.Message}). Nothing was changed. Use another copy of the file.", damaged);
        }

        if (table.HasTriggers)
            await session.ExecuteAsync($"alter table {table.Quoted} enable trigger user", cancel);
    }

    private static async Task RequireMigrationsAsync(BackupManifest manifest, CopySession session, CancellationToken cancel)
    {
        var here = await DatabaseCatalog.MigrationsAsync(session.Connection, cancel);
        if (here.Count == 0)
            throw new BackupException("The database has no tables yet. scripts/restore makes them first; use that.");
        if (!here.SequenceEqual(manifest.Migrations, StringComparer.Ordinal))
            throw new BackupException(
                $"The backup stands at migration {manifest.LastMigration}, the database at {here[^1]}. Restore into an empty database: scripts/restore brings it to the backup's migration first.");
    }

    private static void RequireSameTables(BackupManifest manifest, IReadOnlyList<CatalogTable> tables)
    {
        var here = tables.Select(table => $"{table.Schema}.{table.Name}").Order(StringComparer.Ordinal);
        var there = manifest.Tables.Select(table => $"{table.Schema}.{table.Name}").Order(StringComparer.Ordinal);
        if (!here.SequenceEqual(there, StringComparer.Ordinal) || tables.Any(table => !table.Columns.SequenceEqual(Of(manifest, table).Columns, StringComparer.Ordinal)))
            throw new BackupException("The backup's tables are not those of the database, though both name the same migration. Somebody changed one by hand: restore into a new database.");
    }

    private static async Task RequireEmptyAsync(CopySession session, IReadOnlyList<CatalogTable> tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            await using var any = new NpgsqlCommand($"select exists (select from {table.Quoted})", session.Connection);
            if (await any.ExecuteScalarAsync(cancel) is true)
                throw new BackupException(
                    $"The database is not empty: {table.Quoted} has rows. Restore into a new one: THREATBOARD_DATA=/some/new/folder scripts/restore FILE, or create another database and name it in ConnectionStrings__ThreatBoard.");
        }
    }

    private static void RequireSame(BackedUpTable expected, (long Rows, string Sha256) found, string where)
    {
        if (found != (expected.Rows, expected.Sha256))
            throw new BackupException(
                $"{expected.Schema}.{expected.Name} is not what was backed up: {where} it has {found.Rows} rows of {expected.Rows}, with digest {found.Sha256}. " +
                "Nothing was changed. Use another copy of the file.");
    }

    private static BackedUpTable Of(BackupManifest manifest, CatalogTable table) =>
        manifest.Tables.Single(backedUp => backedUp.Schema == table.Schema && backedUp.Name == table.Name);

    private static string SetSequence(BackedUpSequence sequence)
    {
        var name = $"{CatalogTable.Quote(sequence.Schema)}.{CatalogTable.Quote(sequence.Name)}".Replace("'", "''", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"select setval('{name}', {sequence.LastValue})");
    }
}
