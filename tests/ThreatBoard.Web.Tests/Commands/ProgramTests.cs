using System.Text.Json;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Web.Tests.Commands;

/// <summary>The built program as somebody calls it: no database, no settings.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly ManifestFolder _folder = new();
    private readonly RunningApp _program = new(Path.Combine(Path.GetTempPath(), $"tb-none-{Guid.CreateVersion7():N}"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_are_printed_counted_and_end_with_the_thresholds_code()
    {
        _folder.With("deploy/pod.yaml", Typed.Pod);
        var (exit, printed, complaint) = await _program.RunAsync("kubernetes", "findings", _folder.Path, "--format", "sarif", "--fail-on", "high");

        Assert.Equal(1, exit);
        Assert.Equal("", complaint);
        using var sarif = JsonDocument.Parse(printed);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.False(Directory.Exists(_program.DataFolder));
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "push", "--help")]
    [InlineData(2, "kubernetes", "findings", "/no/such/folder")]
    [InlineData(2, "push", "/no/such/folder")]
    [InlineData(2, "kubernets")]
    [InlineData(2, "backup")]
    public async Task Every_call_ends_with_its_code(int expected, params string[] words) => Assert.Equal(expected, (await _program.RunAsync(words)).ExitCode);
}
