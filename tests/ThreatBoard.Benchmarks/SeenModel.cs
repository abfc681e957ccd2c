using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Benchmarks;

/// <summary>A stored model of generated content, and what of it is edited in front of everybody.</summary>
/// <param name="Parts">Components that are renamed on the canvas.</param>
/// <param name="Threat">The threat that is renamed in the panel.</param>
public sealed record SeenModel(Guid Id, ImmutableArray<Component> Parts, Threat Threat)
{
    public string DiagramPath => $"/models/{Id}/diagram";

    /// <summary>The triage table with the threat's panel open.</summary>
    public string ThreatPath => $"/models/{Id}/threats?open=threat:{Threat.Id}";

    public static async Task<SeenModel> StoreAsync(BenchDatabase database, int components)
    {
        var model = await database.NewModelAsync();
        var empty = (await database.Get<LiveModels>().ReadAsync(model, CancellationToken.None)).Content;
        var drawing = empty.All<Diagram>().First(diagram => diagram.Grouping is Grouping.Tenancy);
        var content = GeneratedModel.Of(components, components * 2);
        await database.FillAsync(model, content);
        await database.ApplyAsync(model, [.. GeneratedPlaces.Of(content, drawing.Id).Select(Change.Add)], Setter.Anyone);
        return new(model.ModelId, [.. content.All<Component>().OrderBy(part => part.Id).Take(10)], content.All<Threat>().MinBy(threat => threat.Id)!);
    }
}
