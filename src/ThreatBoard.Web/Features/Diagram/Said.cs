using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>A sentence to the person at the diagram, also for screen readers.</summary>
public sealed record Said(string Text, bool IsRefusal)
{
    /// <summary>Why nothing was written, in at most three sentences.</summary>
    public static string Why(Outcome outcome)
    {
        if (outcome is not Outcome.Refused refused) return "Nothing was changed: it would have taken other things along.";
        var reasons = refused.Conflicts.Select(Sentence).Concat(refused.Violations.Select(violation => violation.Message)).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(' ', reasons.Take(3)) + (reasons.Count > 3 ? $" And {reasons.Count - 3} more." : "");
    }

    private static string Sentence(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.RemovedByThem => $"Somebody removed “{conflict.Title}” meanwhile.",
        ConflictKind.ChangedByThem => $"Somebody changed “{conflict.Title}” meanwhile: look at it, then remove it again.",
        ConflictKind.SubjectRemoved => $"Somebody removed what “{conflict.Title}” is about meanwhile.",
        _ => $"Somebody changed the {conflict.Field} of “{conflict.Title}” meanwhile: look at it, then decide again.",
    };
}
