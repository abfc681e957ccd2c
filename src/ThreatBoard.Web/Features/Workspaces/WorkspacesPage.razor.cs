using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>The workspaces that somebody belongs to, those too that stay shut without a second factor.</summary>
public sealed partial class WorkspacesPage : IDisposable
{
    private IReadOnlyList<WorkspaceSummary>? _rooms;
    private Subscription? _following;
    private bool _making, _administrator;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private Data.Workspaces Rooms { get; set; } = null!;

    public void Dispose() => _following?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        _following = await Access.FollowAsync(() => _ = InvokeAsync(ReadAsync));
    }

    private async Task ReadAsync()
    {
        if (await Access.CallerAsync() is not { } caller) return;
        _rooms = await Rooms.ListAsync(caller, CancellationToken.None);
        _administrator = await Access.ForInstallationAsync(CancellationToken.None) is not null;
        StateHasChanged();
    }
}
