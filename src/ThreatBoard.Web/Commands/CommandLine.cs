using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Features.Setup;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Commands;

/// <summary>The verbs of the program beside serving: <c>backup FILE</c>, <c>restore FILE</c>, <c>verify</c> (also <c>--revision-hash MODEL HEX</c>), <c>health</c>, <c>link</c>, <c>to-server</c>.</summary>
public static class CommandLine
{
    /// <returns>The exit code, or null when the arguments name no verb of these.</returns>
    public static async Task<int?> RunAsync(string[] args, CancellationToken cancel = default)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        try
        {
            return args switch
            {
                ["backup", var file] => await BackupCommand.RunAsync(file, configuration, cancel),
                ["restore", var file] => await RestoreCommand.RunAsync(file, configuration, cancel),
                ["link"] when InstallationMode.Of(configuration).IsServer => await SetupLinkVerb.RunAsync(configuration, Console.Out, Console.Error, cancel),
                ["link"] => await LinkVerb.RunAsync(configuration, Console.Out, Console.Error, cancel),
                ["to-server"] => await ToServerCommand.RunAsync(configuration, cancel),
                ["verify"] => await VerifyCommand.RunAsync(configuration, Console.Out, Console.Error, cancel),
                ["verify", "--revision-hash", var model, .. var hash] => await VerifyCommand.FindAsync(model, string.Concat(hash), configuration, Console.Out, Console.Error, cancel),
                ["health"] => await HealthCommand.RunAsync(configuration, cancel),
                _ => null,
            };
        }
        catch (Exception named) when (named is BackupException or EmbeddedPostgresException)
        {
            await Console.Error.WriteLineAsync(named.Message);
            return 1;
        }
    }
}
