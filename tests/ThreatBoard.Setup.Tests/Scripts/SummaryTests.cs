using System.Diagnostics;

namespace ThreatBoard.Setup.Tests.Scripts;

/// <summary>The last lines of <c>scripts/test</c>, made from reports that were written by hand.</summary>
public sealed class SummaryTests : IDisposable
{
    private const string Passed = """{"results":{"tests":[{"name":"a","status":"passed"},{"name":"b","status":"passed"}]}}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Suites_are_added_up_and_the_last_line_is_what_CI_looks_for()
    {
        Suite("Domain", 0, Passed);
        Suite("vitest", 0, """{"testResults":[{"name":"x.ts","status":"passed","assertionResults":[{"fullName":"y","status":"passed"}]}]}""");
        Suite("tsc", 0, null);

        var (code, lines) = await SummaryAsync();

        Assert.Equal(0, code);
        Assert.Equal("4 passed, 0 failed, 0 skipped", lines[^1]);
    }

    [Theory]
    [InlineData(1, """{"results":{"tests":[{"name":"a","status":"failed","message":"why"}]}}""", "FAILED Data: a", "0 passed, 1 failed, 0 skipped")]
    [InlineData(134, null, "exit code 134, no report", "0 passed, 1 failed, 0 skipped")]
    [InlineData(0, """{"results":{"tests":[]}}""", "FAILED Data: the suite has tests", "0 passed, 1 failed, 0 skipped")]
    [InlineData(3, Passed, "FAILED Data: the suite ended well", "2 passed, 1 failed, 0 skipped")]
    [InlineData(0, """{"results":{"tests":[{"name":"a","status":"skipped","message":"too slow"}]}}""", "SKIPPED without need Data: a: too slow", "0 passed, 0 failed, 1 skipped")]
    public async Task Whatever_went_wrong_fails_and_is_said(int exitCode, string? report, string said, string last)
    {
        Suite("Data", exitCode, report);

        var (code, lines) = await SummaryAsync();

        Assert.Equal(1, code);
        Assert.Contains(said, string.Join('\n', lines));
        Assert.Equal(last, lines[^1]);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_test_may_be_skipped_for_want_of_the_corpus_only_where_it_is_absent(bool isThere, int exitCode)
    {
        Suite("Kubernetes", 0, """{"results":{"tests":[{"name":"a","status":"skipped","message":"The corpus is not here"}]}}""");
        if (isThere)
            Directory.CreateDirectory(_folder["corpus"]);

        var (code, lines) = await SummaryAsync();

        Assert.Equal(exitCode, code);
        Assert.Equal("0 passed, 0 failed, 1 skipped", lines[^1]);
    }

    private void Suite(string name, int exitCode, string? report)
    {
        File.AppendAllText(_folder["suites.tsv"], $"{name}\t{exitCode}\t1\n");
        if (report is not null)
            File.WriteAllText(_folder[$"{name}.json"], report);
    }

    private async Task<(int ExitCode, string[] Lines)> SummaryAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(FakeCheckout.Repository, "scripts/lib/summary.mjs"), _folder.Path, _folder["corpus"]])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, output.TrimEnd().Split('\n'));
    }
}
