using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>The changes of a comparison as a tree; filter and the change one stands at are in the address.</summary>
public sealed partial class ComparisonTree
{
    /// <summary>More lines than this are drawn only while they are in sight.</summary>
    private const int Most = 200;

    private readonly PressOnce _once = new();
    private ElementReference _list;
    private TreeLines _lines = TreeLines.None;
    private HashSet<string> _viewed = [];
    private (ComparedRevisions, string?, string?) _shown;
    private string? _read;
    private int _at = -1, _ticked;
    private bool _jumps;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required string Range { get; set; }

    [Parameter, EditorRequired]
    public required ComparedRevisions Compared { get; set; }

    [Parameter]
    public string? Kind { get; set; }

    [Parameter]
    public string? Change { get; set; }

    /// <summary>The entity whose change one stands at, as <c>kind:guid</c>.</summary>
    [Parameter]
    public string? At { get; set; }

    [Inject]
    private ViewedTicks Ticks { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private RevisionRange Between => RevisionRange.Parse(Range) ?? throw new InvalidOperationException("What was compared was no range.");

    private IEnumerable<(string Word, string Sign, int Count)> Changes =>
    [
        ("added", "+", Compared.Comparison.Tally.Added), ("removed", "−", Compared.Comparison.Tally.Removed), ("changed", "~", Compared.Comparison.Tally.Changed),
    ];

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Range) (_read, _viewed) = (Range, await Ticks.OfAsync(Model, Between));
        if (_shown == (Compared, Kind, Change)) return;
        (_shown, _lines, _at) = ((Compared, Kind, Change), TreeLines.Of(Compared.Comparison, Kind, Change), -1);
        Count();
        if (!EntityRef.TryParse(At, out var wanted)) return;
        _at = _lines.All.OfType<TreeLine.Entity>().FirstOrDefault(line => line.What.Entity == wanted)?.Index ?? -1;
        _jumps = _at >= 0;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_jumps || _list.Id is null) return;
        _jumps = false;
        await ShowAsync();
    }

    private static string Counts(ChangeTally tally) =>
        string.Join(" ", new[] { ("+", tally.Added), ("−", tally.Removed), ("~", tally.Changed) }.Where(part => part.Item2 > 0).Select(part => part.Item1 + part.Item2));

    private string AddressOf(string? kind, string? change) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["kind"] = kind, ["change"] = change, ["at"] = null, ["open"] = null });

    private string AddressOf(ComparedEntity entity) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["at"] = entity.Entity.ToString(), ["open"] = null });

    private string? RestoreOf(ComparedEntity entity) =>
        Compared is { To: null, From: { } from } ? $"/models/{Model}/revisions/{from.Number}/restore?only={entity.Entity}" : null;

    private string? PlaceOf(ComparedEntity entity) =>
        entity.Home is { } home && home.Value != entity.Entity.Id
            ? (Compared.After.Find<Boundary>(home.Value) ?? Compared.Before.Find<Boundary>(home.Value))?.Name
            : null;

    private void Count() => _ticked = _viewed.Count == 0 ? 0 : _lines.All.OfType<TreeLine.Entity>().Count(line => _viewed.Contains(line.What.Mark));

    private async Task TickAsync(ComparedEntity entity, bool viewed)
    {
        if (viewed) _viewed.Add(entity.Mark);
        else _viewed.Remove(entity.Mark);
        await Ticks.KeepAsync(Model, Between, _viewed);
        Count();
    }

    /// <summary>n goes to the next change, p to the one before.</summary>
    public Task JumpByKeyAsync(KeyboardEventArgs pressed) => pressed switch
    {
        { CtrlKey: true } or { AltKey: true } or { MetaKey: true } => Task.CompletedTask,
        { Key: "n" } => JumpAsync(1),
        { Key: "p" } => JumpAsync(-1),
        _ => Task.CompletedTask,
    };

    private async Task JumpAsync(int step)
    {
        if (_lines.Entities == 0) return;
        _at = Math.Clamp(_at + step, 0, _lines.Entities - 1);
        Address.Set("at", _lines.All.OfType<TreeLine.Entity>().ElementAt(_at).What.Entity.ToString());
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        var line = _lines.All.FindIndex(one => one is TreeLine.Entity row && row.Index == _at);
        await ListInterop.ShowAsync(Script, _list, _at, (double)line / _lines.All.Count);
    }
}
