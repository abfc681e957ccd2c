using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Details;

/// <summary>Registers what the detail panel shows of each kind of entity.</summary>
public static class DetailRegistration
{
    public static IServiceCollection AddDetails(this IServiceCollection services) => services
        .AddScoped<ModelDesk>()
        .AddScoped<OwnerDesk>()
        .AddScoped<OriginPlaces>()
        .AddDetail<ComponentDetails>(ShapeOf<Component>.Name, "Component")
        .AddDetail<FlowDetails>(ShapeOf<Flow>.Name, "Data flow")
        .AddDetail<BoundaryDetails>(ShapeOf<Boundary>.Name, "Trust boundary")
        .AddDetail<AssetDetails>(ShapeOf<Asset>.Name, "Data asset")
        .AddDetail<ActorDetails>(ShapeOf<Actor>.Name, "Threat actor")
        .AddDetail<ControlDetails>(ShapeOf<Control>.Name, "Control")
        .AddDetail<ThreatDetails>(ShapeOf<Threat>.Name, "Threat")
        .AddDetail<MitigationDetails>(ShapeOf<Mitigation>.Name, "Mitigation");
}
