using ThreatBoard.Data;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Web.Commands;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Features.Setup;

/// <summary><c>ThreatBoard.Web.dll link</c> for a server: prints a new set-up link while nobody owns it, and never after.</summary>
public static class SetupLinkVerb
{
    /// <returns>The exit code: 0, or 1 when nothing runs or there is an owner.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var running = await new RunningAddress(StateFolder.Of(configuration, Directory.GetCurrentDirectory())).FindAsync(cancel);
        if (running is null)
        {
            await errors.WriteLineAsync("ThreatBoard does not run with this data. Start it with: scripts/run --server");
            return 1;
        }

        await using var database = await BackupCommand.OpenAsync(configuration, cancel);
        await using var services = new ServiceCollection().AddThreatBoardData(database.ConnectionString).BuildServiceProvider();
        if (await services.GetRequiredService<SetupLinks>().IssueAsync(cancel) is not { } token)
        {
            await errors.WriteLineAsync("This ThreatBoard has its first owner, and no set-up link is given out any more. Whoever looks after it can give you a link to a new password.");
            return 1;
        }

        await output.WriteLineAsync(SetupAnnouncement.LinkTo(PublicAddress.Of(configuration).Root ?? running, token));
        return 0;
    }
}
