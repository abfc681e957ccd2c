using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Layout;

/// <summary>Counts what is unread, and counts again whenever the inbox changes, in whichever process.</summary>
public sealed partial class InboxBadge : IDisposable
{
    private Subscription? _subscription;
    private int _unread;

    [Inject]
    private PersonAccess People { get; set; } = null!;

    [Inject]
    private Inboxes Inboxes { get; set; } = null!;

    [Inject]
    private InboxSignals Signals { get; set; } = null!;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (await People.CallerAsync() is not { } caller) return;
        _subscription = Signals.Subscribe(caller.Person, () => _ = InvokeAsync(CountAsync));
        await CountAsync();
    }

    private async Task CountAsync()
    {
        try
        {
            _unread = await People.CallerAsync() is { } caller ? await Inboxes.CountUnreadAsync(caller, CancellationToken.None) : 0;
        }
        catch (DbException)
        {
            // The next signal counts again; the frame stands without a number.
        }

        StateHasChanged();
    }
}
