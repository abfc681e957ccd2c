using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>What somebody said about an element or a threat.</summary>
public sealed record Comment : IEntity<Comment>
{
    public required Id<Comment> Id { get; init; }

    public EntityRef On { get; init; }

    public string Author { get; init; } = "";

    /// <summary>To the microsecond, in UTC; what PostgreSQL keeps.</summary>
    public DateTimeOffset At { get; init; }

    public string Text { get; init; } = "";

    Guid IEntity.Key => Id.Value;

    public static Shape<Comment> Shape { get; } = new Shape<Comment>("comment", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(_ => "comment")
        .Field("on", c => c.On, (c, v) => c with { On = v }, Setter.Person)
        .BelongsToAny("on", c => c.On, (c, v) => c with { On = v })
        .Text("author", c => c.Author, (c, v) => c with { Author = v }, Limits.Person, required: true, Setter.Person)
        .Field("at", c => c.At, (c, v) => c with { At = v }, Setter.Person)
        .Text("text", c => c.Text, (c, v) => c with { Text = v }, Limits.Comment, required: true, Setter.Person);
}
