using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>How far a mitigation has come.</summary>
public enum MitigationStatus
{
    Proposed,
    Planned,
    InProgress,
    Implemented,
    Verified,
}

/// <summary>Something done, or to be done, against one or more threats.</summary>
public sealed record Mitigation : IEntity<Mitigation>
{
    public required Id<Mitigation> Id { get; init; }

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public MitigationStatus Status { get; init; }

    public Owner Owner { get; init; } = Owner.Nobody;

    public DateOnly? Due { get; init; }

    /// <summary>An https or http address, or empty.</summary>
    public string Ticket { get; init; } = "";

    public ValueSet<string> Tags { get; init; } = [];

    Guid IEntity.Key => Id.Value;

    public static Shape<Mitigation> Shape { get; } = new Shape<Mitigation>("mitigation", id => new() { Id = new(id) })
        .Titled(m => m.Title)
        .Text("title", m => m.Title, (m, v) => m with { Title = v }, Limits.Title, required: true)
        .Text("description", m => m.Description, (m, v) => m with { Description = v }, Limits.Text)
        .Field("status", m => m.Status, (m, v) => m with { Status = v }, Setter.Person)
        .Field("owner", m => m.Owner, (m, v) => m with { Owner = v }, check: Owner.Problem)
        .Field("due", m => m.Due, (m, v) => m with { Due = v }, Setter.Person)
        .Field("ticket", m => m.Ticket, (m, v) => m with { Ticket = v }, Setter.Person, OfTicket)
        .Merging("tags", m => m.Tags, (m, v) => m with { Tags = v }, Setter.Person, Limits.OfTags);

    public bool IsDone => Status is MitigationStatus.Implemented or MitigationStatus.Verified;

    private static string? OfTicket(string link) =>
        link.Length == 0 || (link.Length <= Limits.Link && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            ? null
            : $"A ticket is a web address (https://…) of at most {Limits.Link} characters.";
}
