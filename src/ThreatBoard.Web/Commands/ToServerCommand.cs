namespace ThreatBoard.Web.Commands;

/// <summary>Turns a local installation into a server: its data stays, and a set-up link makes the local person its first owner.</summary>
internal static class ToServerCommand
{
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancel)
    {
        await using var owned = await BackupCommand.OpenAsync(configuration, cancel);
        var turned = await new Data.Database(owned.ConnectionString, TimeProvider.System).TurnIntoServerAsync(cancel);
        Console.WriteLine(turned
            ? "This is a server installation now. All data is there; everybody who was logged in is logged out, and links of local mode work no more."
            : "This is a server installation already; nothing was changed.");
        Console.WriteLine("Start it (anew) with: scripts/run --server (or set ThreatBoard__Mode=Server). While nobody owns it, it prints a set-up link.");
        return 0;
    }
}
