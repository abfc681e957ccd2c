using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Layout;

/// <summary>Follows the iteration of the model whose page is shown. What it says is computed once for a content, off the circuit's thread, and shared by all who look at the model.</summary>
public sealed partial class IterationStrip : IDisposable
{
    private readonly NextLook _next = new();
    private Subscription? _following;
    private WorkingRules _rules = WorkingRules.Usual;
    private ModelContent? _newest, _content;
    private OpenRound? _round;
    private Guid? _opened;

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
        _next.Dispose();
        _following?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Model) return;
        (_opened, _content, _round) = (Model, null, null);
        _following?.Dispose();
        try
        {
            if (await People.ForAsync(Model, Right.Read, _next.Token) is not { } access || access.ModelId != _opened) return;
            _rules = await Rules.OfAsync(access, _next.Token);
            // Whoever has left meanwhile follows nothing: nobody would end it.
            _next.Token.ThrowIfCancellationRequested();
            _following = Live.Subscribe(access, Moved);
            _newest = (await Live.ReadAsync(access, _next.Token)).Content;
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
        _next.Ask(Clock, InvokeAsync, LookAsync);
    }

    private async Task LookAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var (seen, rules, today) = (_newest!, _rules, _rules.DayOf(Clock.GetUtcNow()));
        var round = await _next.ReckonAsync(() => OpenRound.Of(seen, today, rules));
        (_content, _round) = (seen, round);
    }
}
