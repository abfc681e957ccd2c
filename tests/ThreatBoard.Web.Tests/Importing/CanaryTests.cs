using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Revisions;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Tests.Importing;

/// <summary>Credentials of an import are looked for in every byte that ThreatBoard left behind.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const int SnapshotHeader = 64 + sizeof(int);

    private readonly string _folder = Directory.CreateTempSubdirectory("tb-canary-").FullName;
    private readonly CapturedLog _log = new();
    private EmbeddedPostgres _server = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        // The embedded server runs as somebody else when this is root, and must be able to enter.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        _server = await EmbeddedPostgres.StartAsync(new() { DataFolder = Data, Durable = false }, Cancel);
        _services = new ServiceCollection()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(_log))
            .AddThreatBoardData(_server.ConnectionString).AddImporting().AddSingleton<PublishRevision>().BuildServiceProvider();
        await Get<Data.Database>().MigrateAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task No_credential_of_an_import_is_in_the_database_folder_the_log_or_a_backup()
    {
        await ImportAndPublishAsync();
        await using var owner = NpgsqlDataSource.Create(_server.ConnectionString);
        var backup = Path.Combine(_folder, "backup");
        await new DatabaseBackup(owner, TimeProvider.System).WriteAsync(backup, Cancel);
        await using (var checkpoint = owner.CreateCommand("CHECKPOINT")) await checkpoint.ExecuteNonQueryAsync(Cancel);
        AssertClean("stored readings and revisions", await InflatedAsync(owner));
        await _server.StopAsync(Cancel);

        AssertClean("files of the database", Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Select(file => (file, Bytes(file))));
        AssertClean("entries of the backup", Entries(backup));
        Assert.Empty(Canaries.In(Encoding.UTF8.GetBytes(_log.Text)));
        Assert.NotEmpty(_log.Text);
    }

    /// <summary>No canary anywhere; and the name that is no secret is found, so that looking means something.</summary>
    private static void AssertClean(string what, IEnumerable<(string Name, byte[] Bytes)> places)
    {
        var all = places.ToList();
        Assert.Empty(all.SelectMany(place => Canaries.In(place.Bytes).Select(canary => $"{canary} in {place.Name}")));
        Assert.True(all.Exists(place => Canaries.Has(place.Bytes, Canaries.Visible)), $"Nothing at all was found in the {what}.");
    }

    private async Task ImportAndPublishAsync()
    {
        var workspace = (await Get<Access>().WorkspacesAsync(Caller.OfProcess(ThreatBoard.Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var model = await Get<WorkspaceModels>().CreateAsync(workspace, "Shop", "", [], Cancel);
        var reading = ManifestReader.Read([Upload.Pasted(Canaries.Text)]);
        Assert.Contains(reading.Problems, problem => problem.Severity is ProblemSeverity.Refused);
        var import = await Get<StoreReading>().RunAsync(model, new("shop", "test", ""), reading, Cancel);
        var waiting = await Get<WaitingImports>().FindAsync(model, import.SourceId, Cancel);
        Assert.Null((await Get<AcceptImport>().RunAsync(model, waiting!, Cancel)).Problem);
        Assert.Equal(1, (await Get<PublishRevision>().RunAsync(model, "With canaries", Cancel)).Number);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static List<(string Name, byte[] Bytes)> Entries(string backup)
    {
        using var archive = ZipFile.OpenRead(backup);
        return [.. archive.Entries.Select(entry => (entry.FullName, Copied(entry.Open())))];
    }

    private static async Task<List<(string Name, byte[] Bytes)>> InflatedAsync(NpgsqlDataSource owner)
    {
        var all = new List<(string, byte[])>();
        await using var command = owner.CreateCommand("SELECT 'snapshot', bytes FROM snapshot UNION ALL SELECT 'revision', unnest(ARRAY[content, layout, record]) FROM revision");
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        while (await rows.ReadAsync(Cancel))
        {
            var (name, bytes) = (rows.GetString(0), rows.GetFieldValue<byte[]>(1));
            if (name == "revision") all.Add((name, Inflated(bytes)));
            else all.AddRange(Parts(bytes).Select(part => (name, Inflated(part))));
        }

        return all;
    }

    private static IEnumerable<byte[]> Parts(byte[] reading)
    {
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(reading.AsSpan(SnapshotHeader - sizeof(int)));
        return [reading[SnapshotHeader..(SnapshotHeader + length)], reading[(SnapshotHeader + length)..]];
    }

    private static byte[] Inflated(byte[] packed) => Copied(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));

    private static byte[] Copied(Stream stream)
    {
        using var bytes = new MemoryStream();
        using (stream) stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private T Get<T>()
        where T : class => _services.GetRequiredService<T>();
}
