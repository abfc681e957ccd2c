using ThreatBoard.Data;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Importing;

/// <summary>Why nothing was written, in a few sentences.</summary>
public static class OutcomeWords
{
    private const int Few = 3;

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Refused { Conflicts: { Length: > 0 } conflicts } =>
            $"Somebody changed the same meanwhile: {string.Join(", ", conflicts.Take(Few).Select(c => c.Field is null ? c.Title : $"{NameWords.OfField(c.Field)} of {c.Title}"))}.",
        Outcome.Refused refused => string.Join(" ", refused.Violations.Take(Few).Select(violation => violation.Message)),
        Outcome.Asks asks => $"{asks.Besides.Length} more entities would go along that were not shown.",
        _ => "",
    };
}
