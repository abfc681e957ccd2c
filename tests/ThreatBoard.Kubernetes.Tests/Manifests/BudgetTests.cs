using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class BudgetTests
{
    private static readonly string s_list = "a:\n" + string.Concat(Enumerable.Repeat("- x\n", 500));

    [Fact]
    public void Bytes_are_counted_over_all_uploads_before_anything_is_read()
    {
        var big = new Upload("big.yaml", new byte[60]);

        var reading = ManifestReader.Read([big with { Content = "a: b"u8.ToArray() }, big], new() { Bytes = 50 });

        Assert.Contains("more than 50 bytes", reading.Problems.Last().Message, StringComparison.Ordinal);
        Assert.Single(reading.Files);
    }

    [Fact]
    public void Values_are_refused_at_the_limit_and_not_after_it()
    {
        var reading = Reading.Of(s_list, new() { Nodes = 100 });

        Assert.Equal(101, reading.Spent.Nodes);
        Assert.Contains("more than 100 values", Reading.Refused(reading).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_refused_at_the_limit()
    {
        var reading = Reading.Of(s_list, new() { Events = 100 });

        Assert.Equal(101, reading.Spent.Events);
        Assert.Contains("parser events", Reading.Refused(reading).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_refused_at_the_limit()
    {
        var reading = Reading.Of(string.Concat(Enumerable.Repeat("a: b\n---\n", 50)), new() { Documents = 10 });

        Assert.Equal(11, reading.Spent.Documents);
        Assert.Contains(reading.Problems, p => p.Message.Contains("more than 10 documents", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_of_one_map_are_limited()
    {
        var keys = string.Concat(Enumerable.Range(0, 50).Select(i => $"k{i}: 1\n"));

        Assert.Contains("more than 20 keys", Reading.Refused(Reading.Of(keys, new() { Keys = 20 })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- &a{0} x\n")]
    [InlineData("- *b\n")]
    public void Anchors_and_aliases_are_limited(string line)
    {
        var text = "- &b x\n" + string.Concat(Enumerable.Range(0, 50).Select(i => line.Replace("{0}", $"{i}", StringComparison.Ordinal)));

        Assert.Contains("aliases or anchors", Reading.Refused(Reading.Of(text, new() { Aliases = 20 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_beyond_the_limit_are_counted_only()
    {
        var reading = Reading.Of(string.Concat(Enumerable.Repeat("a: b\n---\n", 50)), new() { Problems = 10 });

        Assert.Equal((10, 40), (reading.Problems.Length, reading.FurtherProblems));
    }

    [Fact]
    public void The_default_limit_is_ten_megabytes()
    {
        var reading = Reading.Of("a.yaml", Encoding.UTF8.GetBytes("a: " + new string('x', 10_000_000)));

        Assert.Equal(0, reading.Spent.Events);
        Assert.Contains("bytes", Reading.Refused(reading).Message, StringComparison.Ordinal);
    }
}
