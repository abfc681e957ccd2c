using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Account;

/// <summary><c>ThreatBoard.Web.dll link</c>: prints a new link to the ThreatBoard that runs with this configuration.</summary>
public static class LinkVerb
{
    /// <returns>The exit code: 0, or 1 when nothing runs.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var state = StateFolder.Of(configuration, Directory.GetCurrentDirectory());
        if (await new RunningAddress(state).FindAsync(cancel) is not { } url)
        {
            await errors.WriteLineAsync("ThreatBoard does not run with this data. Start it with: scripts/run");
            return 1;
        }
        await output.WriteLineAsync(LinkTo(url, new LoginLinks(state, TimeProvider.System).Issue()));
        return 0;
    }

    public static string LinkTo(Uri url, string token) => $"{url.GetLeftPart(UriPartial.Authority)}/login?token={token}";
}
