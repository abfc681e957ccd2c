using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>Everybody with an account, for those who look after the installation.</summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<PersonSummary>? _people;
    private PersonStep? _asked;
    private string? _problem, _done;
    private (string Name, Uri Address)? _link;
    private Guid _me;
    private bool _missing;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private InstallationPeople People { get; set; } = null!;

    [Inject]
    private Passwords Passwords { get; set; } = null!;

    [Inject]
    private PublicAddress Address { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var installation = await Access.ForInstallationAsync(CancellationToken.None);
        _missing = installation is null;
        if (installation is null) return;
        _me = installation.Person.Id;
        _people = await People.ListAsync(installation, CancellationToken.None);
    }

    private void Ask(PersonStep step) => (_asked, _problem, _done, _link) = (step, null, null, null);

    private async Task HandOverAsync(PersonSummary person)
    {
        (_problem, _done, _link) = (null, null, null);
        if (await Access.ForInstallationAsync(CancellationToken.None) is not { } installation) _problem = "You are no administrator any more.";
        else if (await Passwords.IssueAsync(installation, person.Id, CancellationToken.None) is { } token)
            _link = (person.Name, HandedLinks.To(HandedLinks.NewPassword, token, Address, new Uri(Navigation.BaseUri)));
        else _problem = $"{person.Name} has no account with a password.";
    }

    private async Task DoAsync()
    {
        if (_asked is not { } step) return;
        _asked = null;
        _problem = await Access.ForInstallationAsync(CancellationToken.None) is { } installation ? await step.Do(People, installation) : "You are no administrator any more.";
        _done = _problem is null ? step.Done : null;
        await ReadAsync();
    }
}
