using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Commands;

/// <summary>Brings the database up to this version's schema as its owner, and ends: the program itself can then run without the owner's password.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancel)
    {
        if ((SettingsFolder.Problem(configuration) ?? InstallationMode.Problem(configuration)) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.WrongUse;
        }

        await using var owned = await BackupCommand.OpenAsync(configuration, cancel);
        await new Data.Database(owned.ConnectionString, TimeProvider.System).MigrateAsync(cancel, kind: InstallationMode.Of(configuration).Kind);
        Console.WriteLine($"The database has the schema of this version, {typeof(MigrateCommand).Assembly.GetName().Version!.ToString(3)}.");
        return ExitCode.Fine;
    }
}
