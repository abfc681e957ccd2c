using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Comparing;

/// <summary>The one boundary each entity is counted in: what is nearest around it on the axis of tenancy, else in its zone.</summary>
/// <remarks>A flow is counted where it arrives, a control and a threat where their element is.</remarks>
internal static class ModelPlaces
{
    public static Id<Boundary>? HomeOf(ModelContent content, EntityRef entity) => content.Find(entity) switch
    {
        Boundary boundary => boundary.Id,
        Component component => component.Tenancy ?? component.Zone,
        Flow flow => HomeOf(content, EntityRef.To(flow.Ends.To)),
        Control control => HomeOf(content, control.Of),
        Threat { Subject.IsGone: false } threat => HomeOf(content, threat.Subject.Ref),
        MitigationLink link => HomeOf(content, EntityRef.To(link.Threat)),
        _ => null,
    };

    public static Id<Boundary>? ParentOf(Boundary boundary) => boundary.Tenancy ?? boundary.Zone;
}
