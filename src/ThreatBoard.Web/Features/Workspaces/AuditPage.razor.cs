using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>The security audit: of one workspace for its owners, of the installation for administrators. Filter and page stand in the address.</summary>
public sealed partial class AuditPage
{
    private AuditFilter _filter = new();
    private IReadOnlyList<AuditRow>? _rows;
    private string _kind = "", _person = "", _name = "Installation";
    private DateOnly? _from, _to;
    private bool _missing;

    /// <summary>Null for the whole installation.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Person { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private SecurityAudit Audit { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Path => Id is { } workspace ? $"/workspaces/{workspace}/audit" : "/audit";

    protected override Task OnParametersSetAsync()
    {
        _filter = AuditQuery.Read(Kind, Person, From, To, Before);
        (_kind, _person, _from, _to) = (_filter.Kind ?? "", _filter.Person ?? "", _filter.From, _filter.To);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _rows = await RowsAsync();
        _missing = _rows is null;
    }

    private async Task<IReadOnlyList<AuditRow>?> RowsAsync()
    {
        if (Id is not { } workspace)
            return await Access.ForInstallationAsync(CancellationToken.None) is { } installation ? await Audit.ListAsync(installation, _filter, CancellationToken.None) : null;
        if (await Access.ForWorkspaceAsync(workspace, Right.Administer, CancellationToken.None) is not { } room) return null;
        _name = room.Workspace.Name;
        return await Audit.ListAsync(room, _filter, CancellationToken.None);
    }

    private void Show() => Navigation.NavigateTo(Path + AuditQuery.Write(AuditQuery.Read(_kind, _person, AuditQuery.Day(_from), AuditQuery.Day(_to))));
}
