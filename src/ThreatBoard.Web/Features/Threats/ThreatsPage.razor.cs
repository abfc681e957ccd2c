using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Data;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>The triage table of one model: filter, order, grouping and the open item live in the address.</summary>
public sealed partial class ThreatsPage : IDisposable
{
    private readonly HashSet<Id<Threat>> _selected = [];
    private readonly PressOnce _once = new();
    private Outcome.Applied? _done;
    private string? _undoProblem;
    private Dictionary<string, int> _quick = [];
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private ThreatTable? _table;
    private ImmutableArray<ThreatRow> _rows = [];
    private ImmutableArray<ThreatLine> _lines = [];
    private ThreatsView _view = ThreatsView.Default;
    private Guid _loaded;
    private bool _failed, _isMissing, _isWriting;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Filter { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? Grouping { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenItem { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private FilterContext Context => new(_model?.Owners ?? OwnerNames.Stored, Day.Today);

    private WorkingDay Day => _model?.Standing.Day ?? WorkingDay.Usual;

    private Guid? OpenId => Layout.OpenItem.Parse(OpenItem) is { Kind: "threat" } open ? open.Id : null;

    private IEnumerable<Threat> Selected => _rows.Where(row => _selected.Contains(row.Id)).Select(row => row.Threat);

    private string Counted
    {
        get
        {
            var shown = _lines.Count(line => line is ThreatLine.Row);
            var open = _rows.Count(row => row.State.Status.IsOpen());
            return shown == _rows.Length ? $"{_rows.Length} threats, {open} open" : $"{shown} of {_rows.Length} threats";
        }
    }

    public void Dispose() => _model?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _view = ThreatsView.From(Filter, Sort, Grouping, OpenItem);
        if (_loaded != Id) await LoadAsync();
        else Arrange();
    }

    private async Task LoadAsync()
    {
        _loaded = Id;
        (_failed, _isMissing) = (false, false);
        _model?.Dispose();
        try
        {
            var drafts = Drafts.OpenAsync(Id, EntityRef.WholeModel);
            _model = await Desk.OpenAsync(Id, OnMoved);
            _drafts = await drafts;
        }
        catch (DbException)
        {
            _failed = true;
            return;
        }

        _isMissing = _model is null;
        _isWriting |= _drafts.Of(NewThreat.Form) is not null;
        _selected.UnionWith((_drafts.FormOf<BulkDraft>(BulkDraft.Form)?.Threats ?? []).Select(id => new Id<Threat>(id)));
        Frame.ModelName = _model?.Name;
        Read();
    }

    private void OnMoved() => _ = InvokeAsync(() =>
    {
        // Most of what moves a model is drawn, and changes nothing here.
        if (_model is { } open && ThreatRows.Of(open.Content, Day, open.Owners).SequenceEqual(_rows)) return;
        Read();
        StateHasChanged();
    });

    private void Read()
    {
        _rows = _model is null ? [] : ThreatRows.Of(_model.Content, Day, _model.Owners);
        _quick = ThreatHints.Quick.Select(hint => ThreatFilter.Parse(hint.Token)).ToDictionary(filter => filter.Text, filter => _rows.Count(row => filter.Passes(row, Context)));
        _selected.IntersectWith(_rows.Select(row => row.Id));
        Arrange();
    }

    private void Arrange() => _lines = ThreatGroups.Lines(_rows.Where(row => _view.Filter.Passes(row, Context)).Order(_view.Order), _view.Grouping);

    private void Go(ThreatsView view) => Address.Set(view.ToParameters());

    private void Group(ChangeEventArgs chosen) => Go(_view with { Grouping = Enum.Parse<ThreatGrouping>((string)chosen.Value!) });

    /// <summary>j and k work from anywhere on the page but its boxes.</summary>
    private void OnKey(KeyboardEventArgs pressed)
    {
        if (pressed is { CtrlKey: false, AltKey: false, MetaKey: false, Key: "j" or "k" }) _table?.Move(pressed.Key == "j" ? 1 : -1);
    }

    private void ClearFilter() => Go(_view with { Filter = ThreatFilter.Everything });

    private void Open(ThreatRow row) => Address.Open("threat", row.Id.Value);

    private void Select(ThreatRow row)
    {
        if (!_selected.Remove(row.Id)) _selected.Add(row.Id);
    }

    /// <summary>All that pass the filter, or none where all are selected already.</summary>
    private void SelectAll()
    {
        var shown = _lines.OfType<ThreatLine.Row>().Select(line => line.Threat.Id).ToList();
        if (shown.TrueForAll(_selected.Contains)) _selected.Clear();
        else _selected.UnionWith(shown);
    }

    private void SelectRange(PickedRows range)
    {
        if (range.Picked) _selected.UnionWith(range.Rows);
        else _selected.ExceptWith(range.Rows);
    }

    private void Applied(Outcome.Applied applied) => (_done, _undoProblem) = (applied.Changes.IsEmpty ? null : applied, null);

    /// <summary>Takes back what was done with many threats, where nothing else was done since.</summary>
    private async Task TakeBackAsync()
    {
        if ((await _model!.UndoStackAsync())?.Undo?.Number != _done?.Number)
        {
            _undoProblem = "You have done something else since: take that back first.";
            return;
        }

        _undoProblem = Refusals.Why(await _model.UndoAsync());
        if (_undoProblem is not null) return;
        _done = null;
        Read();
    }

    private void ClearSelection()
    {
        _selected.Clear();
        Read();
    }

    private void Written(Id<Threat>? written)
    {
        _isWriting = false;
        Read();
        if (written is { } threat) Address.Open("threat", threat.Value);
    }
}
