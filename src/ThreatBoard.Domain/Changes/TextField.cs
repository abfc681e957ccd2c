using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>A bounded text; the database mapping reads its limit from here.</summary>
internal sealed record TextField<T>(string Name, Setter SetBy, Func<T, string> Get, Func<T, string, T> With, int Limit, bool Required)
    where T : class, IEntity<T>
{
    public Field<T, string> AsField() => new(Name, SetBy, Get, With, Both: null, Problem);

    private string? Problem(string text) => text switch
    {
        "" when Required => $"{Name} is empty: give it a text.",
        _ when Required && string.IsNullOrWhiteSpace(text) => $"{Name} holds only blanks: give it a text.",
        _ when text.Length > Limit => $"{Name} has {text.Length} characters: at most {Limit} are kept.",
        _ when TextRules.Problem(text) is { } problem => $"{Name} {problem}",
        _ => null,
    };
}
