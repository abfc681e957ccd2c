using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Health;

/// <summary>How the installation is, with what to do about it, for those who look after it.</summary>
public sealed partial class HealthPage
{
    private const double Mebi = 1024 * 1024;

    private HealthReport? _report;
    private bool _missing;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private InstallationHealth Health { get; set; } = null!;

    [Inject]
    private HealthSettings Settings { get; set; } = null!;

    private IReadOnlyList<(string What, string ToDo)> Findings => [.. All().OfType<(string, string)>()];

    private IReadOnlyList<(string What, string Fact)> Facts =>
    [
        ("Installation", _report!.Installation.Kind is InstallationKind.Server ? "Server, for a team with accounts" : "Local, for one person on this machine"),
        ("PostgreSQL", _report.PostgresVersion),
        ("Size of the database", string.Create(CultureInfo.InvariantCulture, $"{_report.Size / Mebi:0.0} MiB")),
        ("Migrations", string.Create(CultureInfo.InvariantCulture, $"{_report.Migrations} applied, the last {_report.LastMigration}; {_report.PendingMigrations} pending")),
        ("Database roles", _report.RolesAreSeparated ? "Separated" : "Not separated"),
        ("Public address", Settings.PublicAddress),
        ("Known proxies", Settings.KnownProxies),
        ("Mail", Settings.Mail),
        ("Single sign-on", Settings.SingleSignOn),
    ];

    protected override async Task OnInitializedAsync()
    {
        var installation = await Access.ForInstallationAsync(CancellationToken.None);
        _missing = installation is null;
        if (installation is not null) _report = await Health.ReadAsync(installation, CancellationToken.None);
    }

    private IEnumerable<(string, string)?> All()
    {
        yield return _report!.RolesAreSeparated ? null : ("The roles are not separated.",
            "The application logs into PostgreSQL as the owner of the tables. Triggers protect the history, but whoever gets hold of that login can drop them. " +
            "Give the owner's connection string as ConnectionStrings__ThreatBoardOwner, and a login of its own as ConnectionStrings__ThreatBoard: docs/setup.md shows how.");
        foreach (var setting in _report.UnsafeSettings)
            yield return ($"PostgreSQL runs with {setting}.", "What was saved can be lost when the machine stops. Set it to on in postgresql.conf.");
        yield return _report.PendingMigrations == 0 ? null : ("Migrations are pending.", "Start this version of ThreatBoard anew.");
        yield return Settings.IsServer && !Settings.HasTls ? ("No public address with TLS is configured.", "Set ThreatBoard__PublicUrl to the https address under which people reach ThreatBoard.") : null;
    }
}
