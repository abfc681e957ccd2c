using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Inventory;

/// <summary>The twin of the diagram: whatever the canvas can do can be done here, by keyboard and by form.</summary>
public sealed partial class InventoryPage : IDisposable
{
    private ImmutableArray<InventoryNode> _tree = [];
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private ModelGraph? _graph;
    private UndoStack? _undo;
    private string? _problem, _said;
    private bool _loading = true, _gone;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The table shown, by the kind's name.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    /// <summary><c>compute</c>, or by tenancy.</summary>
    [SupplyParameterFromQuery(Name = "grouping")]
    public string? GroupedBy { get; set; }

    [SupplyParameterFromQuery]
    public string? Open { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    private string UndoWord => _undo?.Undo is { } last ? $"Undo {last.Summary}" : "Nothing to undo";

    private string RedoWord => _undo?.Redo is { } last ? $"Redo {last.Summary}" : "Nothing to redo";

    private string Shown => Tabs.Any(tab => tab.Show == Show) ? Show! : ShapeOf<Component>.Name;

    private Grouping By => GroupedBy == "compute" ? Grouping.Compute : Grouping.Tenancy;

    private (string Show, string Word, int Count)[] Tabs =>
    [
        (ShapeOf<Component>.Name, "Components", CountOf<Component>()),
        (ShapeOf<Flow>.Name, "Data flows", CountOf<Flow>()),
        (ShapeOf<Boundary>.Name, "Boundaries", CountOf<Boundary>()),
        (ShapeOf<Asset>.Name, "Assets", CountOf<Asset>()),
        (ShapeOf<Actor>.Name, "Actors", CountOf<Actor>()),
    ];

    public void Dispose()
    {
        _gone = true;
        _model?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _model = await Desk.OpenAsync(Id, () => _ = InvokeAsync(ShowNow));
        _drafts = await Drafts.OpenAsync(Id, EntityRef.WholeModel);
        _loading = false;
        await ShowUndoAsync();
        ShowNow();
    }

    protected override void OnParametersSet() => DrawTree();

    private void ShowNow()
    {
        if (_gone || _model is null) return;
        _graph = new(_model.Content);
        DrawTree();
        StateHasChanged();
    }

    private void DrawTree() => _tree = _graph is null ? [] : InventoryTree.Of(_graph, By);

    private async Task<bool> ApplyAsync(ImmutableArray<Change> changes, string said) =>
        _model is not null && !changes.IsEmpty && await TellAsync(await _model.ApplyAsync(changes), said);

    private Task UndoAsync() => TakeBackAsync(model => model.UndoAsync(), "Undone.");

    private Task RedoAsync() => TakeBackAsync(model => model.RedoAsync(), "Done again.");

    private async Task TakeBackAsync(Func<OpenModel, Task<Outcome>> takeBack, string said)
    {
        if (_model is not null) await TellAsync(await takeBack(_model), said);
    }

    private async Task<bool> TellAsync(Outcome outcome, string said)
    {
        _problem = Refusals.Why(outcome);
        _said = _problem is null ? said : null;
        await ShowUndoAsync();
        ShowNow();
        return _problem is null;
    }

    private async Task ShowUndoAsync() => _undo = _model is null ? null : await _model.UndoStackAsync();

    private static string FileOf(string show) => show switch
    {
        "flow" => "flows",
        "boundary" => "boundaries",
        "asset" => "assets",
        "actor" => "actors",
        _ => "components",
    };

    private int CountOf<T>()
        where T : class, IEntity<T> => _graph?.Content.CountOf<T>() ?? 0;

    private string AddressBy(Grouping grouping) =>
        Navigation.GetUriWithQueryParameter("grouping", grouping is Grouping.Compute ? "compute" : null);

    private string AddressShowing(string show) => Navigation.GetUriWithQueryParameter("show", show);
}
