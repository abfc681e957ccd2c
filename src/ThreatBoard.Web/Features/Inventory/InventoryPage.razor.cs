using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
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
    private ModelGraph? _graph;
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
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

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
        _loading = false;
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

    private async Task<bool> ApplyAsync(ImmutableArray<Change> changes, string said)
    {
        if (_model is null || changes.IsEmpty) return false;
        var outcome = await _model.ApplyAsync(changes, withClosure: true);
        _problem = Refusals.Why(outcome);
        _said = _problem is null ? said : null;
        ShowNow();
        return _problem is null;
    }

    private int CountOf<T>()
        where T : class, IEntity<T> => _graph?.Content.CountOf<T>() ?? 0;

    private string AddressBy(Grouping grouping) =>
        Navigation.GetUriWithQueryParameter("grouping", grouping is Grouping.Compute ? "compute" : null);

    private string AddressShowing(string show) => Navigation.GetUriWithQueryParameter("show", show);
}
