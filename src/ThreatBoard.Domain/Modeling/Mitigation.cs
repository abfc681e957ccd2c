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

/// <summary>What shows that a mitigation is there.</summary>
/// <param name="Link">An https or http address, or empty.</param>
public sealed record MitigationEvidence(string Text, string Link)
{
    public static MitigationEvidence None { get; } = new("", "");
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

    public MitigationEvidence Evidence { get; init; } = MitigationEvidence.None;

    /// <summary>Who said that it is implemented; null before.</summary>
    public Signature? Implemented { get; init; }

    /// <summary>Who verified it; null before.</summary>
    public Signature? Verified { get; init; }

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
        .Field("evidence", m => m.Evidence, (m, v) => m with { Evidence = v }, Setter.Person, OfEvidence)
        .Field("implemented", m => m.Implemented, (m, v) => m with { Implemented = v }, Setter.Step)
        .Field("verified", m => m.Verified, (m, v) => m with { Verified = v }, Setter.Step)
        .Merging("tags", m => m.Tags, (m, v) => m with { Tags = v }, Setter.Person, Limits.OfTags);

    public bool IsDone => Status is MitigationStatus.Implemented or MitigationStatus.Verified;

    private static string? OfTicket(string link) =>
        IsLinkOrEmpty(link) ? null : $"A ticket is a web address (https://…) of at most {Limits.Link} characters.";

    private static string? OfEvidence(MitigationEvidence evidence) =>
        evidence.Text.Length > Limits.Text ? $"The evidence has over {Limits.Text} characters: shorten it."
        : TextRules.Problem(evidence.Text) is { } problem ? $"The evidence {problem}"
        : IsLinkOrEmpty(evidence.Link) ? null
        : $"A link to evidence is a web address (https://…) of at most {Limits.Link} characters.";

    private static bool IsLinkOrEmpty(string link) =>
        link.Length == 0 || (link.Length <= Limits.Link && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http");
}
