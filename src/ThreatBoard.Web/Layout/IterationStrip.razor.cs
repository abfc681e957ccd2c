using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Layout;

/// <summary>Follows the iteration of the model whose page is shown. What it says is computed once for a content, off the circuit's thread, and shared by all who look at the model.</summary>
public sealed partial class IterationStrip : IDisposable
{
    /// <summary>Many edits at once are one look.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(400);

    private readonly Leaving _leaving = new();
    private Subscription? _following;
    private WorkingRules _rules = WorkingRules.Usual;
    private ModelContent? _newest, _content;
    private OpenRound? _round;
    private Guid? _opened;
    private int _isWaiting;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    /// <summary>Of the page: its lists close where the person goes on.</summary>
    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    private PersonAccess People { get; set; } = null!;

    [Inject]
    private LiveModels Live { get; set; } = null!;

    [Inject]
    private WorkspaceRules Rules { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Dispose();
        _following?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Model) return;
        (_opened, _content, _round) = (Model, null, null);
        _following?.Dispose();
        try
        {
            if (await People.ForAsync(Model, Right.Read, _leaving.Token) is not { } access || access.ModelId != _opened) return;
            _rules = await Rules.OfAsync(access, _leaving.Token);
            _following = Live.Subscribe(access, Moved);
            _newest = (await Live.ReadAsync(access, _leaving.Token)).Content;
            await ReadAsync();
        }
        catch (DbException)
        {
            // The page says itself that the database is away; the strip comes with the next one.
        }
        catch (OperationCanceledException)
        {
            // The person has left.
        }
    }

    private void Moved(LiveUpdate update)
    {
        _newest = update.State.Content;
        if (Interlocked.Exchange(ref _isWaiting, 1) == 1) return;
        _ = InvokeAsync(LookAsync);
    }

    private async Task LookAsync()
    {
        try
        {
            await Task.Delay(s_pause, Clock, _leaving.Token);
            Interlocked.Exchange(ref _isWaiting, 0);
            await ReadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The person has left.
        }
    }

    private async Task ReadAsync()
    {
        var (seen, rules, today) = (_newest!, _rules, _rules.DayOf(Clock.GetUtcNow()));
        // On a large model this takes longer than a key press may wait.
        var round = await Task.Run(() => OpenRound.Of(seen, today, rules), _leaving.Token);
        (_content, _round) = (seen, round);
    }
}
