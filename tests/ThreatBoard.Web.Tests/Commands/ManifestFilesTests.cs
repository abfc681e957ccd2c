using System.Text;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Commands.Kubernetes;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class ManifestFilesTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ManifestFiles Taken(Budget? budget = null)
    {
        var files = new ManifestFiles(budget ?? Budget.Default);
        files.Take(_folder.Path, nameFrom: null, Stream.Null);
        return files;
    }

    [Fact]
    public void A_folder_gives_its_manifests_in_all_folders_and_nothing_else()
    {
        _folder.With("b.yml", "b").With("a/deep/x.yaml", "x").With("a/y.json", "y").With("readme.md", "no").With(".git/z.yaml", "no");

        Assert.Equal(["a/deep/x.yaml", "a/y.json", "b.yml"], Taken().Uploads.Select(upload => upload.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_to_a_file_is_followed_and_a_link_to_a_folder_is_not()
    {
        _folder.With("real/a.yaml", "a");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "linked.yaml"), Path.Combine(_folder.Path, "real", "a.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), _folder.Path);

        Assert.Equal(["linked.yaml", "real/a.yaml"], Taken().Uploads.Select(upload => upload.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_bytes_than_an_upload_may_have_are_refused_with_the_file()
    {
        _folder.With("a.yaml", new string('#', 60)).With("b.yaml", new string('#', 60));

        Assert.Contains("b.yaml", Taken(Budget.Default with { Bytes = 100 }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void More_files_than_a_zip_may_have_are_refused()
    {
        _folder.With("a.yaml", "a").With("b.yaml", "b").With("c.yaml", "c");

        Assert.Contains("more than 2 manifests", Taken(Budget.Default with { ZipEntries = 2 }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_one_manifest()
    {
        var files = new ManifestFiles(Budget.Default);
        files.Take("-", nameFrom: null, new MemoryStream(Encoding.UTF8.GetBytes("a: b")));

        var only = Assert.Single(files.Uploads);
        Assert.Equal(("stdin.yaml", "a: b"), (only.Name, Encoding.UTF8.GetString(only.Content.Span)));
    }

    [Fact]
    public void A_file_that_is_named_goes_by_its_name_from_where_one_stands()
    {
        _folder.With("deploy/a.yaml", "a");
        var files = new ManifestFiles(Budget.Default);
        files.Take(Path.Combine(_folder.Path, "deploy", "a.yaml"), _folder.Path, Stream.Null);

        Assert.Equal("deploy/a.yaml", Assert.Single(files.Uploads).Name);
    }
}
