using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Mitigations;

/// <summary>What is done against the threats of a model; filter and order live in the address.</summary>
public sealed partial class MitigationsPage : IDisposable
{
    private static readonly IReadOnlyList<string> s_hints =
        ["status:open", "status:done", "status:proposed", "status:planned", "status:in-progress", "status:implemented", "status:verified", "owner:me", "owner:none", "due:overdue", "due:none", "threats:0"];

    private static readonly IReadOnlyList<(MitigationSort Column, string Words, string? Look)> s_columns =
    [
        (MitigationSort.Title, "Mitigation", null), (MitigationSort.Status, "Status", null), (MitigationSort.Owner, "Owner", null), (MitigationSort.Due, "Due", null),
        (MitigationSort.Threats, "Works against", "c-threats"), (MitigationSort.Effect, "Risk before → after", "tb-number"),
    ];

    private readonly HashSet<Id<Mitigation>> _selected = [];
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private ImmutableArray<MitigationRow> _rows = [];
    private IReadOnlyList<MitigationRow> _shown = [];
    private MitigationsView _view = MitigationsView.From(null, null);
    private Guid _loaded;
    private bool _failed, _isMissing, _isAdding;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Filter { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenItem { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateOnly Today => _model?.Standing.Today ?? DateOnly.FromDateTime(Clock.GetUtcNow().Date);

    private Guid? OpenId => Layout.OpenItem.Parse(OpenItem) is { Kind: "mitigation" } open ? open.Id : null;

    private IReadOnlyCollection<Mitigation> Selected => [.. _rows.Select(row => row.Mitigation).Where(mitigation => _selected.Contains(mitigation.Id))];

    private string Counted => _shown.Count == _rows.Length
        ? $"{Plural(_rows.Length)}, {_rows.Count(row => row.IsOverdue(Today))} overdue"
        : $"{_shown.Count} of {Plural(_rows.Length)}";

    private static string Plural(int count) => count == 1 ? "1 mitigation" : $"{count} mitigations";

    public void Dispose() => _model?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _view = MitigationsView.From(Filter, Sort);
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
        _isAdding |= _drafts.Of(AddMitigation.Form) is not null;
        Frame.ModelName = _model?.Name;
        Read();
    }

    private void OnMoved() => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void Read()
    {
        _rows = _model is null ? [] : MitigationRow.Of(_model.Content, Today, _model.Owners);
        Arrange();
    }

    private void Arrange() => _shown = _view.Shown(_rows, new(_model?.Owners ?? OwnerNames.Stored, Today));

    private void Go(MitigationsView view) => Address.Set(view.ToParameters());

    private void Open(Mitigation mitigation) => Address.Open("mitigation", mitigation.Id.Value);

    private void Select(Mitigation mitigation)
    {
        if (!_selected.Remove(mitigation.Id)) _selected.Add(mitigation.Id);
    }

    /// <summary>All that pass the filter, or none where all are selected already.</summary>
    private void SelectAll()
    {
        var shown = _shown.Select(row => row.Mitigation.Id).ToList();
        if (shown.TrueForAll(_selected.Contains)) _selected.Clear();
        else _selected.UnionWith(shown);
    }

    private void ClearSelection()
    {
        _selected.Clear();
        Read();
    }

    private void Added(Id<Mitigation>? added)
    {
        _isAdding = false;
        Read();
        if (added is { } mitigation) Address.Open("mitigation", mitigation.Value);
    }

    private string Direction(MitigationSort column) => _view.Sort != column ? "none" : _view.Descending ? "descending" : "ascending";

    private string Arrow(MitigationSort column) => _view.Sort != column ? "" : _view.Descending ? " ↓" : " ↑";
}
