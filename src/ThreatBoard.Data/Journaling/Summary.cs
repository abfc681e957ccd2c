using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Journaling;

/// <summary>Says in a few words what a list of changes does, so that it reads well after <em>Undo</em>: <c>move of 3</c>.</summary>
internal static class Summary
{
    public static string Of(IReadOnlyList<Change> changes)
    {
        var told = changes.Where(change => change.Shape.EntityType != typeof(Placement) && change.Shape.EntityType != typeof(KnownRules)).ToList();
        return (told, changes) switch
        {
            (_, []) => "nothing",
            ([], _) when changes.All(c => c.Shape.EntityType == typeof(KnownRules)) => "noting which rules ran",
            ([], _) => changes.All(c => c.Kind is ChangeKind.Removed) ? $"unplacing of {changes.Count}" : $"move of {changes.Count}",
            ([var only], _) => $"{Verb(only)} {Word(only.Shape)} “{Short(only.Title)}”",
            _ when told.DistinctBy(c => (c.Kind, c.Shape)).Count() == 1 => $"{Noun(told[0])} of {told.Count} {Plural(told[0].Shape)}",
            _ => $"{told.Count} changes",
        };
    }

    private static string Short(string title) => title.Length <= 60 ? title : title[..59] + "…";

    private static string Verb(Change change) => change.Kind switch
    {
        ChangeKind.Added => "adding",
        ChangeKind.Removed => "removing",
        _ => "changing",
    };

    private static string Noun(Change change) => change.Kind switch
    {
        ChangeKind.Added => "addition",
        ChangeKind.Removed => "removal",
        _ => "change",
    };

    private static string Word(Shape shape) => string.Concat(shape.Name.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    private static string Plural(Shape shape) => Word(shape) is var word && word.EndsWith('y') ? word[..^1] + "ies" : word + "s";
}
