using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>What the panels ask of the model around their entity.</summary>
public static class DetailQuestions
{
    public static IEnumerable<Boundary> Boundaries<T>(this DetailOf<T> detail, BoundaryAxis axis)
        where T : class, IEntity<T> => detail.Graph.Boundaries.Where(boundary => boundary.Kind.Axis() == axis);

    /// <summary>How much harm an asset's disclosure would do, in a word.</summary>
    public static string Classified<T>(this DetailOf<T> detail, EntityRef asset)
        where T : class, IEntity<T> =>
        detail.Content.Find<Asset>(asset.Id) is { } found ? EnumWords.Word(found.Classification).ToLowerInvariant() : "";

    /// <summary>Where the threat stands, and its risk; an overdue acceptance holds no longer, and one that somebody removed is shown as it was.</summary>
    public static ThreatState State(this DetailOf<Threat> detail) =>
        ThreatState.OfAll(detail.Content, detail.Scope.Standing.Today).GetValueOrDefault(detail.Entity.Id) ?? ThreatState.Of(detail.Entity, []);

    /// <summary>The mitigations linked to a threat, the oldest link first.</summary>
    public static IEnumerable<(MitigationLink Link, Mitigation Mitigation)> MitigationsOf(this ModelContent content, Id<Threat> threat) =>
        content.All<MitigationLink>().Where(link => link.Threat == threat).OrderBy(link => link.Id)
            .Select(link => (link, content.Find<Mitigation>(link.Mitigation.Value)!));

    /// <summary>What lies directly in the boundary, boundaries first.</summary>
    public static IReadOnlyList<EntityRef> Inside(this DetailOf<Boundary> detail)
    {
        var id = detail.Entity.Id;
        return
        [
            .. detail.Graph.Boundaries.Where(b => b.Tenancy == id || b.Zone == id || b.Nodes.Contains(id)).Select(EntityRef.To),
            .. detail.Graph.Components.Where(c => c.Tenancy == id || c.Zone == id || c.Nodes.Contains(id)).Select(EntityRef.To),
        ];
    }
}
