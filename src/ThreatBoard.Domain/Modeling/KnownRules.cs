using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>The rules of the last run over a model, each with its version, whether an iteration was open or not; a model has at most one.</summary>
public sealed record KnownRules : IEntity<KnownRules>
{
    /// <summary>The same in every model, so that two runs at once write the same and not two.</summary>
    public static readonly Id<KnownRules> OfModel = new(new("00000000-0000-7000-8000-00000000ca7a"));

    public required Id<KnownRules> Id { get; init; }

    /// <summary>Each as category, code, and version with time once there was another: as <see cref="Coverage.KnownRule"/> writes it.</summary>
    public ValueSet<string> Rules { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<KnownRules> Shape { get; } = new Shape<KnownRules>("knownRules", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(_ => "rules that ran")
        .MadeBy(Setter.Rule)
        .Field("rules", k => k.Rules, (k, v) => k with { Rules = v }, Setter.Rule, Limits.OfMembers)
        .Unique("rules", _ => true, "The model knows already which rules ran: change that.");
}
