using System.IO.Compression;
using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class ZipFolderTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n}\n";

    [Fact]
    public void A_folder_is_read_and_files_of_other_kinds_are_passed_over()
    {
        var reading = Read(Zip(("shop/pod.yaml", Pod), ("README.md", "hello"), ("__MACOSX/shop/._pod.yaml", "\0\0")));

        Assert.Equal("folder.zip/shop/pod.yaml", Assert.Single(reading.Objects).Location.File);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("../../etc/pod.yaml")]
    [InlineData("/etc/pod.yaml")]
    [InlineData("a\\..\\..\\pod.yaml")]
    [InlineData("C:\\pod.yaml")]
    public void A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        var reading = Read(Zip((name, Pod), ("ok.yaml", Pod)));

        Assert.Contains("out of the folder", Reading.Refused(reading).Message, StringComparison.Ordinal);
        Assert.Single(reading.Objects);
    }

    [Fact]
    public void A_zip_inside_a_zip_is_not_opened() =>
        Assert.Contains("inside a zip", Reading.Refused(Read(Zip(("inner.zip", "PK")))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_symbolic_link_is_refused()
    {
        var zip = Zip(archive => archive.CreateEntry("link.yaml").ExternalAttributes = unchecked((int)0xA1FF0000));

        Assert.Contains("symbolic link", Reading.Refused(Read(zip)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_by_its_ratio_before_it_is_inflated()
    {
        var reading = Read(Zip(("bomb.yaml", new string(' ', 5_000_000))));

        Assert.Contains("100-fold", Reading.Refused(reading).Message, StringComparison.Ordinal);
        Assert.Equal(0, reading.Spent.InflatedBytes);
    }

    [Fact]
    public void What_inflates_to_more_than_the_budget_is_refused_before()
    {
        var reading = Read(Zip(("a.yaml", new string('a', 90_000)), ("b.yaml", new string('b', 90_000))), new() { Bytes = 100_000 });

        Assert.Contains("inflates to 180,000", Reading.Refused(reading).Message, StringComparison.Ordinal);
        Assert.Equal(0, reading.Spent.InflatedBytes);
    }

    [Fact]
    public void An_entry_that_lies_about_its_size_is_refused()
    {
        var zip = Zip(("a.yaml", Pod));
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[entry + 24] = 5;

        Assert.Contains("more than it declares", Reading.Refused(Read(zip)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_entries_are_refused_without_looking_at_them()
    {
        var reading = Read(Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}.yaml", Pod))]), new() { ZipEntries = 20 });

        Assert.Contains("more than 20 entries", Reading.Refused(reading).Message, StringComparison.Ordinal);
        Assert.Empty(reading.Files);
    }

    [Fact]
    public void Every_single_damaged_byte_is_survived()
    {
        var whole = Zip(("a.yaml", Pod), ("b/c.json", "{}"));
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0xFF;
            Assert.NotNull(Read(damaged));
            Assert.NotNull(Read(whole[..at]));
        }
    }

    private static ManifestReading Read(byte[] zip, Budget? budget = null) => Reading.Of("folder.zip", zip, budget);

    private static byte[] Zip(params (string Name, string Text)[] files) => Zip(archive =>
    {
        foreach (var (name, text) in files)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
    });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) fill(archive);
        return stream.ToArray();
    }
}
