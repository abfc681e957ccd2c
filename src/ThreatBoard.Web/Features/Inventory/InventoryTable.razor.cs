using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Drawing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Inventory;

/// <summary>The elements of one kind, each of which can be opened, moved and removed.</summary>
public sealed partial class InventoryTable
{
    private readonly PressOnce _once = new();
    [Parameter, EditorRequired]
    public required ModelGraph Graph { get; set; }

    [Parameter, EditorRequired]
    public required string Show { get; set; }

    [Parameter]
    public string? Open { get; set; }

    /// <summary>Puts changes through the door and says so; false when they were refused.</summary>
    [Parameter, EditorRequired]
    public required Func<ImmutableArray<Change>, string, Task<bool>> Apply { get; set; }

    private IReadOnlyList<InventoryRow> Rows { get; set; } = [];

    private IReadOnlyList<Boundary> Places { get; set; } = [];

    protected override void OnParametersSet()
    {
        Rows = InventoryRows.Of(Graph, Show);
        Places = [.. Graph.Boundaries.OrderBy(b => b.Kind).ThenBy(b => b.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private Task<bool> RemoveAsync(InventoryRow row) =>
        Apply(Draw.Remove(Graph.Content, [row.Element]), $"Removed {row.Title}. Undo brings it back.");

    private Task<bool> MoveAsync(InventoryRow row, string? into)
    {
        if (into == "out") return Apply(OutOfEverything(row), $"{row.Title} lies in no boundary any more.");
        return Guid.TryParse(into, out var id) && Graph.Content.Find<Boundary>(id) is { } boundary
            ? Apply(Draw.PutInto(Graph.Content, row.Element, boundary), $"{row.Title} lies in {boundary.Name} now.")
            : Task.FromResult(false);
    }

    private ImmutableArray<Change> OutOfEverything(InventoryRow row)
    {
        var content = Graph.Content;
        foreach (var axis in Enum.GetValues<BoundaryAxis>()) content = content.Apply(Draw.TakeOut(content, row.Element, axis));
        return Comparison.Between(Graph.Content, content);
    }
}
