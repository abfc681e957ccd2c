using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>How much harm the disclosure of an asset would do.</summary>
public enum Classification
{
    Unclassified,
    Public,
    Internal,
    Confidential,
    Restricted,
}

/// <summary>Data worth protecting, stored by components and carried by flows.</summary>
public sealed record Asset : IEntity<Asset>
{
    public required Id<Asset> Id { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public Classification Classification { get; init; }

    public ValueSet<string> Tags { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Asset> Shape { get; } = new Shape<Asset>("asset", id => new() { Id = new(id) })
        .Titled(a => a.Name)
        .Text("name", a => a.Name, (a, v) => a with { Name = v }, Limits.Name, required: true)
        .Text("description", a => a.Description, (a, v) => a with { Description = v }, Limits.Text)
        .Field("classification", a => a.Classification, (a, v) => a with { Classification = v })
        .Merging("tags", a => a.Tags, (a, v) => a with { Tags = v }, check: Limits.OfTags);
}
