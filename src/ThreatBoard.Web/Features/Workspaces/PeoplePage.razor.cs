using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>Everybody with an account, for those who look after the installation.</summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<PersonSummary>? _people;
    private PersonStep? _asked;
    private string? _problem, _done;
    private Guid _me;
    private bool _missing;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private InstallationPeople People { get; set; } = null!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var installation = await Access.ForInstallationAsync(CancellationToken.None);
        _missing = installation is null;
        if (installation is null) return;
        _me = installation.Person.Id;
        _people = await People.ListAsync(installation, CancellationToken.None);
    }

    private void Ask(PersonStep step) => (_asked, _problem, _done) = (step, null, null);

    private async Task DoAsync()
    {
        if (_asked is not { } step) return;
        _asked = null;
        _problem = await Access.ForInstallationAsync(CancellationToken.None) is { } installation ? await step.Do(People, installation) : "You are no administrator any more.";
        _done = _problem is null ? step.Done : null;
        await ReadAsync();
    }
}
