using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>The table of the coverage: arrows move from cell to cell, x selects one, r its row, c its column.</summary>
public sealed partial class CoverageGrid
{
    private static readonly ImmutableArray<Stride> s_categories = [.. Enum.GetValues<Stride>()];

    private readonly Dictionary<(int Row, int Column), ElementReference> _elements = [];
    private (int Row, int Column) _active = (-1, -1);
    private int[] _indexed = [];
    private bool _focus;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<CoverageLine> Lines { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<CoverageCell> Selected { get; set; }

    [Parameter]
    public bool MaySelect { get; set; }

    /// <summary>Raised with cells that are to be selected, or left again where all of them are.</summary>
    [Parameter]
    public EventCallback<IReadOnlyCollection<CoverageCell>> OnChoose { get; set; }

    private ICollection<int> Indexed => _indexed;

    /// <summary>The cell that Tab reaches: the one that was reached last, else the first.</summary>
    private (int Row, int Column) Active => Answer(_active) is null ? (0, FirstOf(0)) : _active;

    protected override void OnParametersSet()
    {
        if (_indexed.Length != Lines.Length) _indexed = [.. Enumerable.Range(0, Lines.Length)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus || !_elements.TryGetValue(_active, out var element)) return;
        _focus = false;
        await element.FocusAsync();
    }

    private static string Letter(Stride category) => category.ToString()[..1];

    private CellAnswer? Answer((int Row, int Column) at) =>
        at.Row >= 0 && at.Row < Lines.Length && at.Column >= 0 && at.Column < s_categories.Length ? Lines[at.Row].Cells[at.Column] : null;

    private int FirstOf(int row) => row < Lines.Length ? Enumerable.Range(0, s_categories.Length).FirstOrDefault(column => Lines[row].Cells[column] is not null) : 0;

    private ImmutableArray<CoverageCell> ColumnOf(Stride category) => [.. Lines.SelectMany(line => line.Asked).Where(cell => cell.Category == category)];

    private Task Press(int row, int column)
    {
        _active = (row, column);
        return Answer(_active) is { } answer ? OnChoose.InvokeAsync([answer.Cell]) : Task.CompletedTask;
    }

    private async Task OnKeyAsync(KeyboardEventArgs pressed)
    {
        if (pressed is { CtrlKey: true } or { AltKey: true } or { MetaKey: true }) return;
        var (row, column) = Active;
        switch (pressed.Key)
        {
            case "ArrowDown": await MoveAsync(1, 0, pressed.ShiftKey); break;
            case "ArrowUp": await MoveAsync(-1, 0, pressed.ShiftKey); break;
            case "ArrowRight": await MoveAsync(0, 1, pressed.ShiftKey); break;
            case "ArrowLeft": await MoveAsync(0, -1, pressed.ShiftKey); break;
            case "x" when MaySelect: await Press(row, column); break;
            case "r" when MaySelect: await OnChoose.InvokeAsync([.. Lines[row].Asked]); break;
            case "c" when MaySelect: await OnChoose.InvokeAsync(ColumnOf(s_categories[column])); break;
        }
    }

    /// <summary>To the next cell that is asked, in one direction; with <paramref name="selects"/> both ends are selected.</summary>
    private async Task MoveAsync(int down, int right, bool selects)
    {
        var from = Active;
        var to = (Row: from.Row + down, Column: from.Column + right);
        while (IsInside(to) && Answer(to) is null) to = (to.Row + down, to.Column + right);
        if (!IsInside(to)) return;
        (_active, _focus) = (to, true);
        var missed = new[] { from, to }.Select(Answer).OfType<CellAnswer>().Select(answer => answer.Cell).Where(cell => !Selected.Contains(cell)).ToList();
        if (selects && MaySelect && missed.Count > 0) await OnChoose.InvokeAsync(missed);
    }

    private bool IsInside((int Row, int Column) at) => at.Row >= 0 && at.Row < Lines.Length && at.Column >= 0 && at.Column < s_categories.Length;
}
