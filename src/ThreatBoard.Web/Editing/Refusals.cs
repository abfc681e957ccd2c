using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Editing;

/// <summary>Says why the door wrote nothing.</summary>
public static class Refusals
{
    /// <summary>Null when it was written.</summary>
    public static string? Why(Outcome outcome) => outcome switch
    {
        Outcome.Applied => null,
        Outcome.Refused { Violations: [var violation, ..] } => violation.Message,
        Outcome.Refused { Conflicts: [var conflict, ..] } => Why(conflict),
        Outcome.Asks => "Nothing was changed: it would have taken other things along.",
        _ => "Nothing was changed.",
    };

    private static string Why(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.RemovedByThem => $"“{conflict.Title}” was removed meanwhile.",
        ConflictKind.ChangedByThem => $"“{conflict.Title}” was changed meanwhile: look at it, then remove it again.",
        ConflictKind.SubjectRemoved => $"What “{conflict.Title}” is about was removed meanwhile.",
        ConflictKind.AddedTwice => $"“{conflict.Title}” was added meanwhile.",
        _ => $"{NameWords.OfField(conflict.Field ?? "it")} of “{conflict.Title}” was changed meanwhile.",
    };
}
