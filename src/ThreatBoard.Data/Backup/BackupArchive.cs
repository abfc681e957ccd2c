using System.IO.Compression;

namespace ThreatBoard.Data.Backup;

/// <summary>A backup file opened for reading: its manifest and the text of each table.</summary>
public sealed class BackupArchive : IDisposable
{
    private readonly ZipArchive _archive;

    private BackupArchive(ZipArchive archive, BackupManifest manifest) => (_archive, Manifest) = (archive, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="BackupException">The file is missing, damaged, or no backup.</exception>
    public static async Task<BackupArchive> OpenAsync(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw new BackupException($"There is no file {file}.");
        try
        {
            var archive = await ZipFile.OpenReadAsync(file, cancel);
            var entry = archive.GetEntry(BackupManifest.Entry) ?? throw new InvalidDataException("it has no manifest");
            await using var manifest = await entry.OpenAsync(cancel);
            return new(archive, await BackupManifest.ReadAsync(manifest, cancel));
        }
        catch (InvalidDataException damaged)
        {
            throw new BackupException($"{file} is no backup of ThreatBoard, or it is damaged ({damaged.Message}). Use another copy of the file.", damaged);
        }
    }

    /// <exception cref="BackupException">The archive lacks the table that its manifest names.</exception>
    public async Task<Stream> OpenAsync(BackedUpTable table, CancellationToken cancel) =>
        await (_archive.GetEntry(table.Entry) ?? throw new BackupException($"The backup lacks {table.Entry}. Use another copy of the file.")).OpenAsync(cancel);

    public void Dispose() => _archive.Dispose();
}
