using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Whether a diagram nests components by who owns them or by where they run.</summary>
public enum Grouping
{
    Tenancy,
    Compute,
}

/// <summary>One drawing of a model, with its own positions.</summary>
public sealed record Diagram : IEntity<Diagram>
{
    public required Id<Diagram> Id { get; init; }

    public string Name { get; init; } = "";

    public Grouping Grouping { get; init; }

    Guid IEntity.Key => Id.Value;

    public static Shape<Diagram> Shape { get; } = new Shape<Diagram>("diagram", id => new() { Id = new(id) }, ModelPart.Layout)
        .Titled(d => d.Name)
        .Text("name", d => d.Name, (d, v) => d with { Name = v }, Limits.Name, required: true)
        .Field("grouping", d => d.Grouping, (d, v) => d with { Grouping = v });
}
