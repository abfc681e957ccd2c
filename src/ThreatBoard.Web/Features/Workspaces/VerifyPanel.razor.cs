using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>Proves stored history, of one workspace or of all, and tells how far it is; leaving the page ends it.</summary>
public sealed partial class VerifyPanel : IDisposable, IProgress<HistoryProgress>
{
    private readonly PressOnce _once = new();
    private CancellationTokenSource _stopping = new();
    private HistoryProgress? _progress;
    private HistoryReport? _report;
    private string? _problem;
    private bool _running;

    /// <summary>Null for the whole installation.</summary>
    [Parameter, EditorRequired]
    public required Guid? Workspace { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private StoredHistory History { get; set; } = null!;

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    public void Report(HistoryProgress value) => _ = InvokeAsync(() =>
    {
        _progress = value;
        StateHasChanged();
    });

    private async Task VerifyAsync()
    {
        // A second press may arrive before the button is drawn anew.
        if (_running) return;
        (_running, _progress, _report, _problem) = (true, null, null, null);
        try
        {
            _report = await ReportAsync(_stopping.Token);
            _problem = _report is null ? "You may not verify this any more." : null;
            await OnDone.InvokeAsync();
        }
        catch (OperationCanceledException)
        {
            _problem = "Stopped before the end: nothing is known yet.";
        }

        _running = false;
    }

    private async Task<HistoryReport?> ReportAsync(CancellationToken cancel)
    {
        if (Workspace is { } workspace)
            return await Access.ForWorkspaceAsync(workspace, Right.Administer, cancel) is { } room ? await History.VerifyAsync(room, this, cancel) : null;
        return await Access.ForInstallationAsync(cancel) is { } installation ? await History.VerifyAsync(installation, this, cancel) : null;
    }

    private void Stop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _stopping = new();
    }
}
