using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>Rows that are selected together, or left together.</summary>
public sealed record PickedRows(ImmutableArray<Id<Threat>> Rows, bool Picked);

/// <summary>The rows of the triage table, of which only those in sight are rendered.</summary>
public sealed partial class ThreatTable
{
    private readonly Dictionary<int, ElementReference> _elements = [];
    private int[] _indexed = [];
    private int _active = -1, _picked = -1;
    private bool _focus;

    [Parameter, EditorRequired]
    public required ImmutableArray<ThreatLine> Lines { get; set; }

    [Parameter, EditorRequired]
    public required ThreatOrder Order { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<Id<Threat>> Selected { get; set; }

    [Parameter]
    public Guid? OpenId { get; set; }

    [Parameter]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public EventCallback<ThreatSort> OnSort { get; set; }

    [Parameter]
    public EventCallback<ThreatRow> OnSelect { get; set; }

    /// <summary>All rows from the one picked last to this one are selected, or none of them.</summary>
    [Parameter]
    public EventCallback<PickedRows> OnSelectRange { get; set; }

    [Parameter]
    public EventCallback OnSelectAll { get; set; }

    [Parameter]
    public EventCallback<ThreatRow> OnOpen { get; set; }

    private ICollection<int> Indexed => _indexed;

    private DateOnly Today => DateOnly.FromDateTime(Now.ToLocalTime().DateTime);

    private bool AllSelected => Lines.All(line => line is not ThreatLine.Row row || Selected.Contains(row.Threat.Id));

    /// <summary>The line that Tab reaches: the one that was reached last, else the open one, else the first row.</summary>
    private int Active => _active >= 0 && _active < Lines.Length ? _active : Math.Max(0, Next(-1, 1));

    /// <summary>Goes to the next row or the one before, and gives it the focus.</summary>
    public void Move(int by)
    {
        if (Next(_active, by) is not (var next and >= 0)) return;
        (_active, _focus) = (next, true);
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (_indexed.Length != Lines.Length) _indexed = [.. Enumerable.Range(0, Lines.Length)];
        if (_active < 0 && OpenId is { } open) _active = Lines.ToList().FindIndex(line => line is ThreatLine.Row row && row.Threat.Id.Value == open);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus || !_elements.TryGetValue(_active, out var element)) return;
        _focus = false;
        await element.FocusAsync();
    }

    private async Task OnKey(KeyboardEventArgs pressed)
    {
        if (pressed is { CtrlKey: true } or { AltKey: true } or { MetaKey: true }) return;
        switch (pressed.Key)
        {
            case "ArrowDown": Move(1); break;
            case "ArrowUp": Move(-1); break;
            case "Enter" or "e" when Lines[Active] is ThreatLine.Row row: await OnOpen.InvokeAsync(row.Threat); break;
            case "x" or "X" when Lines[Active] is ThreatLine.Row row: await PickAsync(Active, row.Threat, isRange: pressed.Key == "X"); break;
        }
    }

    /// <summary>The next line that is a row, or -1.</summary>
    private int Next(int from, int by)
    {
        var at = from + by;
        while (at >= 0 && at < Lines.Length && Lines[at] is not ThreatLine.Row) at += by;
        return at >= 0 && at < Lines.Length ? at : -1;
    }

    private async Task PickAsync(int at, ThreatRow row, bool isRange)
    {
        var from = isRange && _picked >= 0 && _picked < Lines.Length ? _picked : at;
        _picked = at;
        if (from == at) await OnSelect.InvokeAsync(row);
        else await OnSelectRange.InvokeAsync(new([.. Lines[Math.Min(from, at)..(Math.Max(from, at) + 1)].OfType<ThreatLine.Row>().Select(line => line.Threat.Id)], !Selected.Contains(row.Id)));
    }

    private Task Click(int at, ThreatRow row)
    {
        _active = at;
        return OnOpen.InvokeAsync(row);
    }
}
