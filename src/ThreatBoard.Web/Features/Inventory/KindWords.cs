using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Inventory;

/// <summary>What kind of thing an element is, in the words of the field.</summary>
public static class KindWords
{
    public static string Of(IEntity element) => element switch
    {
        Component { IsContainer: true, Kind: ComponentKind.DataStore } => "data store, container",
        Component { IsContainer: true } => "container",
        Component component => Of(component.Kind),
        Boundary boundary => Of(boundary.Kind),
        Flow => "data flow",
        Asset => "data asset",
        Actor actor => Of(actor.Kind),
        _ => "element",
    };

    public static string Of(ComponentKind kind) => kind switch
    {
        ComponentKind.DataStore => "data store",
        ComponentKind.ExternalEntity => "external entity",
        _ => "process",
    };

    public static string Of(BoundaryKind kind) => kind is BoundaryKind.Custom ? "zone" : kind.ToString().ToLowerInvariant();

    public static string Of(ActorKind kind) => kind switch
    {
        ActorKind.ExternalAttacker => "external attacker",
        ActorKind.CompromisedContainer => "compromised container",
        ActorKind.MaliciousInsider => "malicious insider",
        _ => "threat actor",
    };
}
