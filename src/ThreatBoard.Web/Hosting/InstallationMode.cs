using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Hosting;

/// <summary>What this process was started as; the start has refused a database that is something else.</summary>
public sealed record InstallationMode(InstallationKind Kind)
{
    public const string Setting = "ThreatBoard:Mode";

    public bool IsServer => Kind is InstallationKind.Server;

    /// <summary>Local where nothing is configured.</summary>
    public static InstallationMode Of(IConfiguration configuration) =>
        new(Enum.TryParse<InstallationKind>(configuration[Setting], ignoreCase: true, out var kind) ? kind : InstallationKind.Local);

    /// <returns>The problem with what is configured, or null.</returns>
    public static string? Problem(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } mode && !Enum.GetNames<InstallationKind>().Contains(mode, StringComparer.OrdinalIgnoreCase)
            ? $"ThreatBoard__Mode is “{mode}”: set it to Local, for one person on this machine, or to Server, for a team with accounts."
            : null;
}
