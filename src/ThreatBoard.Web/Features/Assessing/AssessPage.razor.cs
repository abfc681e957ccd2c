using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Assessing;

/// <summary>The assessment queue. Every key and every button goes through one line, and each is done before the next is looked at.</summary>
public sealed partial class AssessPage : IAsyncDisposable
{
    private readonly NextLook _next = new();
    /// <summary>More keys than any hand types ahead.</summary>
    private const int MostWaiting = 1_000;

    private readonly Queue<string> _line = new();
    private readonly AssessSession _session;
    private ElementReference _page;
    private AssessInterop? _keys;
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private AssessmentTally _tally = new(0, 0, 0, 0);
    private Guid _loaded;
    private string? _shown;
    private bool _failed, _isMissing, _isBusy;

    public AssessPage() => _session = new(() => _model?.Content ?? ModelContent.Empty, changes => _model!.ApplyAsync(changes));

    [Parameter]
    public Guid Id { get; set; }

    /// <summary><c>all</c> goes through what is assessed as well.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Which { get; set; }

    /// <summary>The id of the threat to begin with.</summary>
    [SupplyParameterFromQuery]
    public Guid? At { get; set; }

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

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private bool All => Which == "all";

    public async ValueTask DisposeAsync()
    {
        _next.Dispose();
        _model?.Dispose();
        if (_keys is not null) await _keys.DisposeAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != Id) await LoadAsync();
        else if (_shown != $"{Which} {At}") await BeginAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            _keys = await AssessInterop.MountAsync(Script, _page, Press);
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // The browser went before its keys were there.
        }
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
        await BeginAsync();
    }

    private async Task BeginAsync()
    {
        _shown = $"{Which} {At}";
        var queue = await ReadAsync();
        var first = At is { } at ? new Id<Threat>(at) : (Id<Threat>?)null;
        _session.Begin(queue.Where(queued => All || queued.IsLeft || queued.Threat.Id == first).Select(queued => queued.Threat.Id), first);
    }

    private async Task LookAsync()
    {
        // Others may find more meanwhile; what is at hand stays at hand.
        _session.Join((await ReadAsync()).Where(queued => All || queued.IsLeft).Select(queued => queued.Threat.Id));
        StateHasChanged();
    }

    private async Task<ImmutableArray<QueuedThreat>> ReadAsync()
    {
        var (content, today) = (_model?.Content ?? ModelContent.Empty, _model?.Standing.Today ?? default);
        var queue = await _next.ReckonAsync(() => AssessmentQueue.Of(content, today));
        _tally = AssessmentTally.Of(queue);
        return queue;
    }

    private void Show(bool all) => Address.Set(new Dictionary<string, object?>(StringComparer.Ordinal) { ["show"] = all ? "all" : null, ["at"] = null });

    /// <returns>False where too many wait already: the browser sends it again.</returns>
    private bool Press(string key)
    {
        if (_line.Count >= MostWaiting) return false;
        _line.Enqueue(key);
        if (_isBusy) return true;
        _isBusy = true;
        _ = InvokeAsync(WorkAsync);
        return true;
    }

    private async Task WorkAsync()
    {
        try
        {
            while (_line.TryDequeue(out var key))
            {
                // What was typed on after a refusal was meant for the next threat: it must not rate this one.
                if (_model?.MayEdit is not true || !await _session.PressAsync(key)) _line.Clear();
                StateHasChanged();
            }
        }
        catch (DbException)
        {
            _line.Clear();
            _failed = true;
        }
        finally
        {
            _isBusy = false;
        }

        await ReadAsync();
        if (_session.Current is { Assessment: not null } && _tally.Left == 0 && !All && At is null) _session.Begin([]);
        StateHasChanged();
    }

    private int Percent(int of) => _tally.Threats == 0 ? 0 : of * 100 / _tally.Threats;
}
