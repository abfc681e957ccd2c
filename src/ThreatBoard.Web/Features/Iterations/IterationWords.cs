using System.Globalization;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>Iterations in words.</summary>
internal static class IterationWords
{
    public static string Of(IterationCause cause) => cause switch
    {
        IterationCause.FirstLook => "First look",
        IterationCause.ArchitectureChanged => "The architecture changed",
        IterationCause.Date => "The day has come",
        _ => "An incident",
    };

    public static string Of(IterationReason reason) =>
        $"{Of(reason.Cause)}{(reason.ChangeSet is { } entry ? $" (change {entry.ToString(CultureInfo.InvariantCulture)})" : "")}{(reason.Word.Length == 0 ? "" : $": {reason.Word}")}";

    /// <summary>What was left out, by the name that it has now.</summary>
    public static string Of(ModelContent content, LeftOut left) =>
        $"{BlockerPlaces.Word(left.Kind)}: {EntityTitles.Title(content, left.Subject)}{(left.Category is { } category ? $", {StrideWords.Of(category)}" : "")}";

    public static string Of(Approval approval) => approval.Decision switch
    {
        null => $"{approval.Asked.Name} has asked, nobody has answered yet.",
        { IsAlone: true, IsGiven: true } alone => $"Approved by its author, alone in this workspace: {alone.Name}.",
        { IsGiven: true } given => $"Approved by {given.Name}.",
        var refused => $"Refused by {refused.Name}.",
    };

    public static string Day(DateTimeOffset at, WorkspaceZone zone) => Day(zone.DayOf(at));

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);
}
