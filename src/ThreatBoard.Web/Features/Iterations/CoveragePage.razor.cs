using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>The coverage of a model: which cells are asked, answered or asked again, and the way to mark many at once.</summary>
public sealed partial class CoveragePage : IDisposable
{
    private readonly NextLook _next = new();
    private readonly HashSet<CoverageCell> _selected = [];
    private ImmutableArray<CoverageLine> _all = [], _lines = [];
    private ImmutableArray<Boundary> _boundaries = [];
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private Guid _loaded;
    private int _left, _cells;
    private string? _said;
    private bool _failed, _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary><c>asked</c> shows only rows with something to answer.</summary>
    [SupplyParameterFromQuery]
    public string? Only { get; set; }

    /// <summary>The one element that is shown, as <c>kind:guid</c>.</summary>
    [SupplyParameterFromQuery]
    public string? At { get; set; }

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

    private bool IsOnlyAsked => Only == "asked" && One is null;

    private EntityRef? One => EntityRef.TryParse(At, out var one) ? one : null;

    private string Counted => $"{_cells - _left} of {_cells} answered";

    public void Dispose()
    {
        _next.Dispose();
        _model?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
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
        if (_model is not { Content: var content }) return;
        (var table, _all) = await _next.ReckonAsync(() => (CoverageTable.Of(content), CoverageLine.Of(content)));
        (_cells, _left) = (table.Cells.Length, table.Missing.Count());
        _boundaries = [.. content.All<Boundary>().OrderBy(boundary => boundary.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(boundary => boundary.Id)];
        _selected.RemoveWhere(cell => table[cell] is null);
        Arrange();
    }

    private void Arrange() => _lines = One is { } one ? [.. _all.Where(line => line.Subject == one)] : IsOnlyAsked ? [.. _all.Where(line => line.Asked.Any())] : _all;

    private void ToggleAsked() => Address.Set(new Dictionary<string, object?>(StringComparer.Ordinal) { ["only"] = IsOnlyAsked ? null : "asked", ["at"] = null });

    private void ShowAll() => Address.Set(new Dictionary<string, object?>(StringComparer.Ordinal) { ["only"] = null, ["at"] = null });

    /// <summary>Selects all of these, or none where all are selected already.</summary>
    private void Toggle(IReadOnlyCollection<CoverageCell> cells)
    {
        _said = null;
        if (cells.All(_selected.Contains)) _selected.ExceptWith(cells);
        else _selected.UnionWith(cells);
    }

    private void SelectInside(ChangeEventArgs chosen)
    {
        if (_model is not { Content: var content } || !Guid.TryParse((string?)chosen.Value, out var boundary)) return;
        var table = CoverageTable.Of(content);
        var asked = Marking.Inside(content, new(boundary)).Where(cell => table[cell] is { IsMissing: true }).ToList();
        _said = asked.Count == 0 ? "Nothing is asked inside this boundary." : null;
        _selected.UnionWith(asked);
    }

    private Task Marked(string? said)
    {
        _said = said;
        _selected.Clear();
        return ReadAsync();
    }
}
