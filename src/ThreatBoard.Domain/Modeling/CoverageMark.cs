using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Why a cell of the coverage has no threat.</summary>
public enum CoverageMarkKind
{
    NothingHere,
    OutOfScope,
}

/// <summary>A person's word that an element was looked at for one category of STRIDE and has no threat of it, or is out of scope.</summary>
public sealed record CoverageMark : IEntity<CoverageMark>
{
    public required Id<CoverageMark> Id { get; init; }

    /// <summary>A component or a flow.</summary>
    public EntityRef Subject { get; init; }

    public Stride Category { get; init; }

    public CoverageMarkKind Kind { get; init; }

    public string Word { get; init; } = "";

    /// <summary>Of what was looked at: the element, its flows and the rules of the category. When these change, the cell is asked again.</summary>
    public string Digest { get; init; } = "";

    Guid IEntity.Key => Id.Value;

    public static Shape<CoverageMark> Shape { get; } = new Shape<CoverageMark>("coverageMark", id => new() { Id = new(id) })
        .Titled(m => $"coverage of {m.Category}")
        .Field("subject", m => m.Subject, (m, v) => m with { Subject = v }, Setter.Person, OfSubject)
        .BelongsToAny("subject", m => m.Subject, (m, v) => m with { Subject = v })
        .Field("category", m => m.Category, (m, v) => m with { Category = v }, Setter.Person)
        .Unique("category", m => (m.Subject, m.Category), "Somebody has marked this cell already: change that mark instead.")
        .Field("kind", m => m.Kind, (m, v) => m with { Kind = v }, Setter.Person)
        .Text("word", m => m.Word, (m, v) => m with { Word = v }, Limits.Text, required: true, Setter.Person)
        .Text("digest", m => m.Digest, (m, v) => m with { Digest = v }, Limits.Key, setBy: Setter.Person);

    private static string? OfSubject(EntityRef subject) =>
        subject.Is<Component>() || subject.Is<Flow>() ? null : "Coverage is asked of components and flows: choose one of these.";
}
