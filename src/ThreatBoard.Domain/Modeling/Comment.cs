using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>What somebody said about an element, a threat or a revision; who said it and when, the door writes down.</summary>
public sealed record Comment : IEntity<Comment>
{
    public required Id<Comment> Id { get; init; }

    public EntityRef On { get; init; }

    /// <summary>The number of the revision that it is about; then <see cref="On"/> is the whole model.</summary>
    public int? Revision { get; init; }

    /// <summary>The author's name at that time.</summary>
    public string Author { get; init; } = "";

    /// <summary>The person; null in what was written before there were accounts.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>To the microsecond, in UTC; what PostgreSQL keeps.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When the text was changed last; null for one that was not.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Markdown without HTML, with <see cref="Mention"/>s.</summary>
    public string Text { get; init; } = "";

    Guid IEntity.Key => Id.Value;

    public static Shape<Comment> Shape { get; } = new Shape<Comment>("comment", id => new() { Id = new(id) }, ModelPart.Record)
        .Titled(_ => "comment")
        .Field("on", c => c.On, (c, v) => c with { On = v }, Setter.Person)
        .BelongsToAny("on", c => c.On, (c, v) => c with { On = v })
        .Field("revision", c => c.Revision, (c, v) => c with { Revision = v }, Setter.Person)
        .Text("author", c => c.Author, (c, v) => c with { Author = v }, Limits.Person, required: true, Setter.Step)
        .Field("authorId", c => c.AuthorId, (c, v) => c with { AuthorId = v }, Setter.Step)
        .Field("at", c => c.At, (c, v) => c with { At = v }, Setter.Step)
        .Field("editedAt", c => c.EditedAt, (c, v) => c with { EditedAt = v }, Setter.Step)
        .Text("text", c => c.Text, (c, v) => c with { Text = v }, Limits.Comment, required: true, Setter.Person);

    /// <summary>Whether it is about the same as another; comments about a revision are not about the model.</summary>
    public bool IsAbout(EntityRef entity, int? revision) => On == entity && Revision == revision;
}
