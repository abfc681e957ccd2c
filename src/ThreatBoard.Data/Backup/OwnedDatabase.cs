using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Revisions;

namespace ThreatBoard.Data.Backup;

/// <summary>The database as its owner, for the time of one command: one's own server, the running embedded one, or one started for this.</summary>
public sealed class OwnedDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly EmbeddedPostgres? _server;

    private OwnedDatabase(string connectionString, EmbeddedPostgres? server) =>
        (ConnectionString, _source, _server) = (connectionString, NpgsqlDataSource.Create(connectionString), server);

    /// <summary>The owner's.</summary>
    public string ConnectionString { get; }

    public static OwnedDatabase Of(string connectionString) => new(connectionString, server: null);

    public static async Task<OwnedDatabase> OfAsync(EmbeddedPostgresOptions embedded, CancellationToken cancel)
    {
        var server = await EmbeddedPostgres.JoinOrStartAsync(embedded, cancel);
        return new(server.ConnectionString, server);
    }

    public Task<BackupManifest> BackUpAsync(string file, TimeProvider clock, CancellationToken cancel) =>
        new DatabaseBackup(_source, clock).WriteAsync(file, cancel);

    /// <summary>Migrates as far as the backup's database was, restores, and migrates on to today.</summary>
    /// <exception cref="BackupException">The database is not empty, or the backup is damaged or of a later version.</exception>
    public async Task<BackupManifest> RestoreAsync(string file, CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(_source);
        await using var db = new ThreatBoardDb(options.Options);
        using (var archive = await BackupArchive.OpenAsync(file, cancel))
            await SchemaVersion.PrepareForAsync(archive.Manifest, db.Database, cancel);
        var restored = await new DatabaseRestore(_source).ReadAsync(file, cancel);
        await db.Database.MigrateAsync(cancel);
        return restored;
    }

    /// <summary>Whether all of the stored history is what was written; nothing is changed for that, and nobody is asked who they are.</summary>
    /// <exception cref="BackupException">The schema is of another version than this program.</exception>
    public async Task<HistoryReport> VerifyAsync(IProgress<HistoryProgress>? progress, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        return await new HistoryProof(db, workspace: null, progress).MakeAsync(cancel);
    }

    /// <summary>Which revision of a model has the hash that somebody kept, and whether the chain up to it and beyond is what was published.</summary>
    /// <returns>The revision's number, or null where none has it; and what does not hold of the stored revisions, or null.</returns>
    /// <exception cref="BackupException">The schema is of another version than this program, or there is no such model.</exception>
    public async Task<(int? Revision, string? Problem)> FindRevisionAsync(Guid model, PaperHash hash, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        if (!await db.Models.AnyAsync(one => one.Id == model, cancel)) throw new BackupException($"There is no model {model} in this database.");
        var (_, problem) = await RevisionArchive.VerifyAsync(db, model, cancel);
        var hashes = await db.Revisions.Where(r => r.ModelId == model).OrderBy(r => r.Number).Select(r => new { r.Number, r.Hash }).ToListAsync(cancel);
        return (hashes.Find(r => hash.Matches(r.Hash))?.Number, problem);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task<ThreatBoardDb> OpenAsync(CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(_source);
        var db = new ThreatBoardDb(options.Options);
        await SchemaVersion.RequireKnownAsync(db.Database, cancel);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new BackupException("The database is of an earlier version of ThreatBoard, or holds none: start ThreatBoard once with it, then verify.");
        return db;
    }
}
