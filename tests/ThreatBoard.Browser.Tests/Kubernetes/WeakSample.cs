using System.Text.RegularExpressions;
using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Kubernetes;

/// <summary>The sample as it is imported, without any policy.</summary>
public sealed partial class WeakSample(LoggedIn suite) : IAsyncLifetime
{
    public string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var watched = await suite.OpenAsync("/models/new/sample");
        await watched.Page.ArriveAtAsync("**/diagram", 90_000);
        Id = ModelId().Match(watched.Page.Url).Value;
        // Laid out once, so that no test looks while everything moves.
        await new Canvas(watched.Page, Id).DrawnAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [GeneratedRegex("(?<=/models/)[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelId();
}
