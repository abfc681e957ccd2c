using System.Diagnostics;
using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Setup.Tests.Embedded;

/// <summary>Empties the search path of this very process, and so runs when nothing else does.</summary>
[CollectionDefinition(nameof(MissingProgramTests), DisableParallelization = true)]
public sealed class RunsAlone;

[Collection(nameof(MissingProgramTests))]
public sealed class MissingProgramTests : IDisposable
{
    private readonly TemporaryFolder _empty = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public MissingProgramTests() => Environment.SetEnvironmentVariable("PATH", _empty.Path);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _empty.Dispose();
    }

    [Theory]
    [InlineData("setpriv", "apt-get install -y util-linux")]
    [InlineData("chown", "apt-get install -y coreutils")]
    public async Task A_missing_program_is_named_with_its_package(string program, string command)
    {
        var asked = new ProcessStartInfo(program) { WorkingDirectory = _empty.Path };

        var named = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => ExternalProgram.RunAsync(asked, TestContext.Current.CancellationToken));

        Assert.Contains(command, named.Message);
    }
}
