using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Whether a control is asked for here.</summary>
public enum ControlDemand
{
    Undecided,
    Required,
    NotRequired,
}

/// <summary>Whether a control is there.</summary>
public enum ControlPresence
{
    Unknown,
    Present,
    Absent,
    NotApplicable,
}

/// <summary>Whether the control is there, and what shows it: an object of the manifests or somebody's word.</summary>
public sealed record ControlState(ControlPresence Presence, string Because)
{
    public static ControlState Unknown { get; } = new(ControlPresence.Unknown, "");
}

/// <summary>A safeguard of a boundary, a flow or a component.</summary>
public sealed record Control : IEntity<Control>, IDerivedEntity
{
    public required Id<Control> Id { get; init; }

    /// <summary>The boundary, flow or component that it belongs to.</summary>
    public EntityRef Of { get; init; }

    public string Name { get; init; } = "";

    public ControlDemand Demand { get; init; }

    public ControlState State { get; init; } = ControlState.Unknown;

    public ValueSet<Origin> Origins { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Control> Shape { get; } = new Shape<Control>("control", id => new() { Id = new(id) })
        .Titled(c => c.Name)
        .Field("of", c => c.Of, (c, v) => c with { Of = v }, check: OfOwner)
        .BelongsToAny("of", c => c.Of, (c, v) => c with { Of = v })
        .Text("name", c => c.Name, (c, v) => c with { Name = v }, Limits.Name, required: true)
        .Field("demand", c => c.Demand, (c, v) => c with { Demand = v })
        .Field("state", c => c.State, (c, v) => c with { State = v }, check: s => s.Because.Length > Limits.Text ? $"The reason has over {Limits.Text} characters: shorten it." : null)
        .ComesFrom(c => c.Origins, (c, v) => c with { Origins = v });

    public IDerivedEntity WithOrigins(ValueSet<Origin> origins) => this with { Origins = origins };

    private static string? OfOwner(EntityRef owner) =>
        owner.Is<Boundary>() || owner.Is<Flow>() || owner.Is<Component>() ? null : "A control belongs to a boundary, a flow or a component.";
}
