using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>The iteration that is open with what it misses, and those before it with who closed what and why.</summary>
public sealed partial class IterationsPage : IDisposable
{
    private readonly NextLook _next = new();
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private OpenRound? _round;
    private ImmutableArray<Iteration> _past = [];
    private ImmutableArray<Approval> _approvals = [];
    private Guid _loaded;
    private bool _failed, _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The form that opens the next iteration is shown.</summary>
    [SupplyParameterFromQuery]
    public bool Begin { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _next.Dispose();
        _model?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != Id) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _loaded = Id;
        (_failed, _isMissing) = (false, false);
        _model?.Dispose();
        try
        {
            _model = await Desk.OpenAsync(Id, () => _next.Ask(Clock, InvokeAsync, LookAsync));
            _drafts = await Drafts.OpenAsync(Id, EntityRef.WholeModel);
        }
        catch (DbException)
        {
            _failed = true;
            return;
        }

        _isMissing = _model is null;
        Frame.ModelName = _model?.Name;
        await ReadAsync();
    }

    private async Task LookAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (_model is not { Content: var content, Standing: var standing }) return;
        _round = await _next.ReckonAsync(() =>
        {
            // The page compares what was approved with it; on a large model that takes a while as well.
            if (standing.Rules.AsksApproval) _ = ApprovalGuard.DigestOf(content);
            return OpenRound.Of(content, standing.Today, standing.Rules);
        });
        _past = [.. content.All<Iteration>().Where(iteration => !iteration.IsOpen).OrderByDescending(iteration => iteration.Number)];
        _approvals = [.. content.All<Approval>().OrderByDescending(approval => approval.Asked.At).ThenBy(approval => approval.Id)];
    }

    private Task Begun()
    {
        Address.Set("begin", null);
        return ReadAsync();
    }
}
