using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>The components that a choice means.</summary>
public static class Members
{
    /// <summary>The component itself, or those that lie in the boundary; none where nothing was chosen or it is gone.</summary>
    public static IReadOnlySet<Guid> Of(ModelContent content, EntityRef? chosen)
    {
        if (chosen is not { } element) return new HashSet<Guid>();
        if (element.Is<Component>()) return content.Find<Component>(element.Id) is null ? new HashSet<Guid>() : new HashSet<Guid> { element.Id };
        var containment = ModelGraph.Of(content).Containment;
        return content.All<Component>().Where(component => containment.Around(component).ContainsKey(new(element.Id))).Select(component => component.Id.Value).ToHashSet();
    }
}
