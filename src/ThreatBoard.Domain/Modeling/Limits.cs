namespace ThreatBoard.Domain.Modeling;

/// <summary>How much of everything is kept; forms, the door and the database read the same numbers.</summary>
public static class Limits
{
    public const int Name = 200;
    public const int Title = 300;
    public const int Text = 4_000;
    public const int Comment = 10_000;
    public const int Tag = 60;
    public const int Tags = 50;
    public const int Person = 100;
    public const int Word = 60;
    public const int Key = 500;
    public const int Link = 1_000;

    /// <summary>What is typed and not yet saved: any one text, or a whole form.</summary>
    public const int Draft = 16_000;

    /// <summary>Elements of one set of references, such as the nodes of a workload.</summary>
    public const int Members = 1_000;

    /// <summary>People who took part in an iteration.</summary>
    public const int Participants = 100;

    public static string? OfParticipants(ValueSet<string> names) =>
        names.Count > Participants ? $"There are {names.Count} participants: at most {Participants} are kept."
        : names.Any(n => string.IsNullOrWhiteSpace(n) || n.Length > Person || n.Any(char.IsControl)) ? $"A participant's name has 1 to {Person} characters, and no control character."
        : null;

    public static string? OfTags(ValueSet<string> tags) =>
        tags.Count > Tags ? $"There are {tags.Count} tags: at most {Tags} are kept."
        : tags.FirstOrDefault(t => t.Length is 0 or > Tag || t.Any(char.IsControl)) is { } bad ? $"The tag “{bad}” is empty, too long or holds a control character: a tag has 1 to {Tag} characters."
        : null;

    public static string? OfMembers<T>(ValueSet<T> members)
        where T : notnull, IComparable<T> => members.Count > Members ? $"There are {members.Count} entries: at most {Members} are kept." : null;
}
