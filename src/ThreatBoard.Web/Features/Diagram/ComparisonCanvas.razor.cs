using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The canvas of a comparison: before, after or both, and from one change to the next. Side, grouping and the change one stands at are in the address.</summary>
public sealed partial class ComparisonCanvas : IAsyncDisposable
{
    private static readonly (string?, string)[] s_sides = [("before", "Before"), (null, "Both"), ("after", "After")];
    private static readonly (string, string, string)[] s_legend = [("added", "+", "added"), ("removed", "−", "removed"), ("changed", "~", "changed"), ("moved", "→", "moved")];

    private ElementReference _host;
    private ComparisonInterop? _canvas;
    private ComparisonScene _scene = null!;
    private (string?, string?)? _built;
    private string? _drawn, _failure;
    private int _at = -1;
    private bool _mounting, _gone;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required string Range { get; set; }

    [Parameter, EditorRequired]
    public required ComparedRevisions Compared { get; set; }

    [Parameter]
    public string? Side { get; set; }

    [Parameter]
    public string? Grouping { get; set; }

    /// <summary>The element whose change one stands at, as <c>kind:guid</c>.</summary>
    [Parameter]
    public string? At { get; set; }

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private string SceneAddress => $"/models/{Model}/revisions/{Range}/scene?grouping={SceneWords.Of(SceneWords.ToGrouping(Grouping))}&side={SceneWords.ToSide(Side).ToString().ToLowerInvariant()}";

    private string Now => _at >= 0 && _at < _scene.Marks.Length ? $"{_at + 1} of {_scene.Marks.Length}: {Words(_scene.Marks[_at])}" : "";

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        if (_canvas is not null) await _canvas.DisposeAsync();
    }

    protected override void OnParametersSet()
    {
        if (_built == (Side, Grouping)) return;
        _built = (Side, Grouping);
        var stood = _at >= 0 && _at < _scene.Marks.Length ? _scene.Marks[_at].Id : EntityRef.TryParse(At, out var wanted) ? wanted.Id.ToString() : null;
        _scene = ComparisonScene.Of(Compared, SceneWords.ToGrouping(Grouping), SceneWords.ToSide(Side));
        _at = stood is null ? -1 : IndexOf(stood);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_mounting || _drawn == SceneAddress) return;
        _mounting = true;
        try
        {
            _drawn = SceneAddress;
            if (_canvas is null) _canvas = await ComparisonInterop.MountAsync(Script, _host, _drawn, $"comparison-{Model}-{Grouping}", ChooseAsync);
            else await _canvas.ReloadAsync(_drawn);
            if (_gone) await _canvas.DisposeAsync();
            else if (_at >= 0) await RevealAsync();
        }
        catch (JSException failed)
        {
            _failure = $"The comparison could not be drawn: {failed.Message.Split('\n')[0]}";
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // Whoever opened it has left before it was drawn.
        }
        finally
        {
            _mounting = false;
        }
    }

    private int IndexOf(string id) => _scene.Marks.ToList().FindIndex(mark => mark.Id == id);

    private EntityRef? ElementOf(string id) =>
        _scene.Scene.Components.Any(c => c.Id == id) ? EntityRef.To(new Id<Component>(Guid.Parse(id)))
        : _scene.Scene.Boundaries.Any(b => b.Id == id) ? EntityRef.To(new Id<Boundary>(Guid.Parse(id)))
        : _scene.Scene.Flows.Any(f => f.Id == id) ? EntityRef.To(new Id<Flow>(Guid.Parse(id)))
        : _scene.Scene.Actors.Any(a => a.Id == id) ? EntityRef.To(new Id<Actor>(Guid.Parse(id)))
        : null;

    private string Words(SceneMark mark)
    {
        if (ElementOf(mark.Id) is not { } element) return mark.Kind;
        var side = Compared.After.Has(element) ? Compared.After : Compared.Before;
        var fields = mark.Kind == "changed" ? Compared.Comparison.Entities.Where(entity => entity.Entity == element).SelectMany(entity => entity.Fields).Select(field => field.Name).ToList() : [];
        return $"{EntityTitles.Title(side, element)} {mark.Kind}{(mark is { From: not null, Kind: not "moved" } ? " and moved" : "")}{(fields.Count > 0 ? $": {string.Join(", ", fields)}" : "")}";
    }

    /// <summary>n goes to the next change, p to the one before.</summary>
    public Task JumpByKeyAsync(KeyboardEventArgs pressed) => pressed switch
    {
        { CtrlKey: true } or { AltKey: true } or { MetaKey: true } => Task.CompletedTask,
        { Key: "n" } => JumpAsync(1),
        { Key: "p" } => JumpAsync(-1),
        _ => Task.CompletedTask,
    };

    private Task JumpAsync(int step)
    {
        if (_scene.Marks.IsEmpty) return Task.CompletedTask;
        _at = Math.Clamp(_at + step, 0, _scene.Marks.Length - 1);
        return RevealAsync();
    }

    private async Task RevealAsync()
    {
        var mark = _scene.Marks[_at];
        Address.Set("at", ElementOf(mark.Id)?.ToString());
        if (_canvas is not null) await _canvas.RevealAsync(Guid.Parse(mark.Id));
    }

    private Task ChooseAsync(EntityRef element) => InvokeAsync(() =>
    {
        _at = IndexOf(element.Id.ToString());
        if (_at >= 0) Address.Set("at", element.ToString());
        StateHasChanged();
    });

    private Task RunAsync(string command) => _canvas?.RunAsync(command) ?? Task.CompletedTask;
}
