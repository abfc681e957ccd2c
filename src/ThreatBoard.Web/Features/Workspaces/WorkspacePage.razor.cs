using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>One workspace: who belongs to it, and how it is set up. What it offers follows one's role.</summary>
public sealed partial class WorkspacePage : IDisposable
{
    private WorkspaceAccess? _room;
    private Subscription? _following;
    private bool _missing;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    private bool MayAdminister => _room!.May(Right.Administer);

    public void Dispose() => _following?.Dispose();

    protected override async Task OnInitializedAsync() => _following = await Access.FollowAsync(() => _ = InvokeAsync(ReadAsync));

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _room = await Access.ForWorkspaceAsync(Id, Right.Read, CancellationToken.None);
        _missing = _room is null;
        StateHasChanged();
    }
}
