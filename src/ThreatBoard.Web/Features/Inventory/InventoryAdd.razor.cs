using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Drawing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Inventory;

/// <summary>Adds an element by form; the same changes as the canvas makes.</summary>
public sealed partial class InventoryAdd
{
    private readonly PressOnce _once = new();
    private string _shown = "", _name = "", _kind = "", _from = "", _to = "", _into = "";

    [Parameter, EditorRequired]
    public required ModelGraph Graph { get; set; }

    [Parameter, EditorRequired]
    public required string Show { get; set; }

    [Parameter, EditorRequired]
    public required Func<ImmutableArray<Change>, string, Task<bool>> Apply { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>Where the name that is typed is kept; a draft a kind.</summary>
    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    private string Form => $"new {Show}";

    private bool IsFlow => Show == ShapeOf<Flow>.Name;

    private IEnumerable<Component> Components => Graph.Components.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase);

    private IReadOnlyList<(string Value, string Word)> Kinds => Show switch
    {
        "component" => [.. Enum.GetValues<ComponentKind>().Select(kind => (kind.ToString(), KindWords.Of(kind)))],
        "boundary" => [.. Enum.GetValues<BoundaryKind>().Select(kind => (kind.ToString(), KindWords.Of(kind)))],
        "actor" => [.. Enum.GetValues<ActorKind>().Select(kind => (kind.ToString(), KindWords.Of(kind)))],
        "asset" => [.. Enum.GetValues<Classification>().Select(kind => (kind.ToString(), Ui.NameWords.Of(kind)))],
        _ => [],
    };

    protected override void OnParametersSet()
    {
        if (_shown != Show) (_shown, _name) = (Show, Drafts?.Of(Form)?.Text ?? "");
        if (!Kinds.Any(kind => kind.Value == _kind)) _kind = Kinds.Count > 0 ? Kinds[0].Value : "";
    }

    private async Task AddAsync()
    {
        if (!await Apply(Placed(), IsFlow ? "Connected." : $"Added {_name}.")) return;
        _name = "";
        await KeepDraftAsync();
    }

    private Task KeepDraftAsync() => Drafts?.KeepAsync(Form, _name, "") ?? Task.CompletedTask;

    private ImmutableArray<Change> Placed()
    {
        var (element, changes) = Made();
        if (!Guid.TryParse(_into, out var into) || Graph.Content.Find<Boundary>(into) is not { } boundary) return changes;
        var content = Graph.Content.Apply(changes);
        return Comparison.Between(Graph.Content, content.Apply(Draw.PutInto(content, element, boundary)));
    }

    private (EntityRef Element, ImmutableArray<Change> Changes) Made() => Show switch
    {
        "flow" => Made(new Flow { Id = Id<Flow>.New(Clock), Name = _name, Ends = new(Picked(_from), Picked(_to)) }, Draw.Add),
        "boundary" => Made(new Boundary { Id = Id<Boundary>.New(Clock), Name = _name, Kind = Enum.Parse<BoundaryKind>(_kind) }, Draw.Add),
        "asset" => Made(new Asset { Id = Id<Asset>.New(Clock), Name = _name, Classification = Enum.Parse<Classification>(_kind) }, (asset, _) => [Change.Add(asset)]),
        "actor" => Made(new Actor { Id = Id<Actor>.New(Clock), Name = _name, Kind = Enum.Parse<ActorKind>(_kind) }, (actor, _) => [Change.Add(actor)]),
        _ => Made(new Component { Id = Id<Component>.New(Clock), Name = _name, Kind = Enum.Parse<ComponentKind>(_kind) }, Draw.Add),
    };

    private (EntityRef Element, ImmutableArray<Change> Changes) Made<T>(T element, Func<T, TimeProvider, ImmutableArray<Change>> add)
        where T : class, IEntity<T> => (EntityRef.To(element), add(element, Clock));

    private static Id<Component> Picked(string id) => Guid.TryParse(id, out var picked) ? new(picked) : default;
}
