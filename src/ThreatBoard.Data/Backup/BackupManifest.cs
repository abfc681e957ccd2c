using System.Text.Json;

namespace ThreatBoard.Data.Backup;

/// <summary>One table of a backup: its rows lie in the archive under <see cref="Entry"/>, as PostgreSQL's COPY text.</summary>
/// <param name="Schema">The table's schema.</param>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">The stored columns in the order of the copied text; generated ones are not copied.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Sha256">Hexadecimal digest of the copied text.</param>
public sealed record BackedUpTable(string Schema, string Name, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    public string Entry => $"tables/{Schema}.{Name}.copy";
}

/// <summary>The number that a sequence gave last; null when it gave none yet.</summary>
public sealed record BackedUpSequence(string Schema, string Name, long? LastValue);

/// <summary>What a backup archive holds: enough to refuse a wrong target and to prove a restored one.</summary>
public sealed record BackupManifest(
    int Format,
    DateTimeOffset Made,
    string ServerVersion,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<BackedUpTable> Tables,
    IReadOnlyList<BackedUpSequence> Sequences)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The migration that the backed up database stood at.</summary>
    public string LastMigration => Migrations[^1];

    public long Rows => Tables.Sum(table => table.Rows);

    public Task WriteAsync(Stream stream, CancellationToken cancel) => JsonSerializer.SerializeAsync(stream, this, _json, cancel);

    /// <exception cref="BackupException">The text is no manifest, or one of a later format.</exception>
    public static async Task<BackupManifest> ReadAsync(Stream stream, CancellationToken cancel)
    {
        try
        {
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, _json, cancel);
            return manifest switch
            {
                { Format: > CurrentFormat } => throw new BackupException(
                    $"The backup has format {manifest.Format}, and this version reads up to {CurrentFormat}. Restore it with the version that made it, or a later one."),
                { Format: > 0, Migrations.Count: > 0, Tables: not null, Sequences: not null } => manifest,
                _ => throw new BackupException("The backup's manifest is not whole. Use another copy of the file."),
            };
        }
        catch (JsonException damaged)
        {
            throw new BackupException($"The backup's manifest cannot be read ({damaged.Message}). Use another copy of the file.", damaged);
        }
    }
}
