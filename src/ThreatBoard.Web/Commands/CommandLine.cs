using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Web.Commands.Kubernetes;
using ThreatBoard.Web.Commands.Pushing;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Features.Setup;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Commands;

/// <summary>The verbs of the program beside serving, which it does when no verb is named.</summary>
public static class CommandLine
{
    private const string Help = """
        threatboard                        serves the web application
        threatboard kubernetes VERB PATH…  findings, connectivity, paths, import: analyses manifests; no database, no network
        threatboard push PATH…             sends manifests to a model of a running ThreatBoard
        threatboard migrate                brings the database up to date as its owner, and ends
        threatboard backup FILE            writes the whole database into a file
        threatboard restore FILE           fills an empty database from it
        threatboard verify                 proves that audit, journals and revisions are what was written (--revision-hash MODEL HEX)
        threatboard link                   prints a link to log in, or to set up a server
        threatboard to-server              turns a local installation into a server
        threatboard health                 asks the ThreatBoard of this container whether it is well

        threatboard kubernetes VERB --help and threatboard push --help say more.

        """;

    /// <returns>The exit code, or null when the arguments name no verb and the program is to serve.</returns>
    public static async Task<int?> RunAsync(string[] args, CancellationToken cancel = default)
    {
        switch (args)
        {
            case [KubernetesVerbs.Name, .. var typed]: return KubernetesVerbs.Run(typed, Terminal.OfProcess(), TimeProvider.System);
            case ["push", .. var typed]:
                return await PushVerb.RunAsync(typed, Terminal.OfProcess(), Environment.GetEnvironmentVariable(PushVerb.TokenVariable), TimeProvider.System, cancel);
            case ["help" or "--help" or "-h"]:
                await Console.Out.WriteAsync(Help);
                return ExitCode.Fine;
            default: return await WithDatabaseAsync(args, cancel) ?? await UnknownAsync(args);
        }
    }

    private static async Task<int?> WithDatabaseAsync(string[] args, CancellationToken cancel)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddSettingsFolder().Build();
        try
        {
            return args switch
            {
                ["backup", var file] => await BackupCommand.RunAsync(file, configuration, cancel),
                ["restore", var file] => await RestoreCommand.RunAsync(file, configuration, cancel),
                ["link"] when InstallationMode.Of(configuration).IsServer => await SetupLinkVerb.RunAsync(configuration, Console.Out, Console.Error, cancel),
                ["link"] => await LinkVerb.RunAsync(configuration, Console.Out, Console.Error, cancel),
                ["to-server"] => await ToServerCommand.RunAsync(configuration, cancel),
                ["migrate"] => await MigrateCommand.RunAsync(configuration, cancel),
                ["verify"] => await VerifyCommand.RunAsync(configuration, Console.Out, Console.Error, cancel),
                ["verify", "--revision-hash", var model, .. var hash] => await VerifyCommand.FindAsync(model, string.Concat(hash), configuration, Console.Out, Console.Error, cancel),
                ["health"] => await HealthCommand.RunAsync(configuration, cancel),
                _ => null,
            };
        }
        catch (Exception named) when (named is BackupException or EmbeddedPostgresException or WrongInstallationException)
        {
            await Console.Error.WriteLineAsync(named.Message);
            return ExitCode.No;
        }
        catch (NpgsqlException refused)
        {
            await Console.Error.WriteLineAsync($"PostgreSQL refused: {refused.Message} Check ConnectionStrings__ThreatBoard.");
            return ExitCode.No;
        }
    }

    /// <summary>A word that is no setting of the web host (<c>--urls</c>, <c>key=value</c>) was meant as a verb.</summary>
    private static async Task<int?> UnknownAsync(string[] args)
    {
        if (args is not [var first, ..] || first.StartsWith('-') || first.StartsWith('/') || first.Contains('=', StringComparison.Ordinal)) return null;
        await Console.Error.WriteLineAsync($"“{string.Join(' ', args)}” is no verb with what it needs. threatboard --help lists them.");
        return ExitCode.WrongUse;
    }
}
