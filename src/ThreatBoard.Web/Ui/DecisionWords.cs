using System.Globalization;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Ui;

/// <summary>What people decided, as a person reads it: acceptances, approvals, phases, and who signed them.</summary>
internal static class DecisionWords
{
    /// <summary>Null for a value that is no decision.</summary>
    public static string? Of(object value) => value switch
    {
        Assessment judged => $"likelihood {judged.Likelihood} × impact {judged.Impact}{(judged.Source is AssessmentSource.Suggestion ? ", as suggested" : "")}{Because(judged.Justification)}",
        Treatment treatment => $"{NameWords.Of(treatment.Kind)}{(treatment.To.Length == 0 ? "" : $" to {treatment.To}")}{Because(treatment.Reason)}",
        PriorityChoice choice => NameWords.Of(choice.Priority) + Because(choice.Reason),
        MitigationEvidence evidence => string.Join(", ", new[] { evidence.Text, evidence.Link }.Where(part => part.Length > 0)),
        Signature signature => signature.Name.Length == 0 ? "" : $"{signature.Name}, {Day(signature.At)}",
        AcceptanceTerms terms => $"until {Day(terms.Expires)}{Because(terms.Reason)}",
        AcceptanceDecision decision => $"{(decision.IsApproved ? "approved" : "refused")} by {decision.Name}, {Day(decision.At)}{Because(decision.Word)}",
        AcceptanceEnding ending => $"{NameWords.Of(ending.Kind)} by {ending.Name}, {Day(ending.At)}{Because(ending.Word)}",
        ApprovalDecision decision => $"{(decision.IsGiven ? "approved" : "refused")} by {decision.Name}, {Day(decision.At)}{Because(decision.Word)}",
        IterationReason reason => NameWords.Of(reason.Cause) + Because(reason.Word),
        RulesRun run => $"{run.Known.Count} rules",
        ValueList<PhaseClosing> closings => string.Join("; ", closings.Select(closing => $"{NameWords.Of(closing.Phase)} closed by {closing.Name}, {Day(closing.At)}{Because(closing.Override)}")),
        _ => null,
    };

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Because(string reason) => reason.Length == 0 ? "" : $": {reason}";
}
