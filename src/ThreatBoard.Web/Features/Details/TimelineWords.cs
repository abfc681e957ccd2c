using System.Collections.Immutable;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>One line of what happened to a threat: what, and the fields that differ where that says more.</summary>
public sealed record TimelineLine(string What, ImmutableArray<ChangedField> Fields);

/// <summary>Tells in words what an operation did to a threat and to what belongs to it.</summary>
/// <param name="content">Where names are looked up, as they are today.</param>
public sealed class TimelineWords(ModelContent content, EntityRef self)
{
    private const int Excerpt = 160;

    public IEnumerable<TimelineLine> Of(TimelineEntry entry) => entry.Changes.Select(change => new TimelineLine(What(entry.Entry, change), Fields(change)));

    private string What(JournalEntryRow entry, Change change) => change switch
    {
        Change<Acceptance> { Before: null, After: { } asked } => $"asked that the risk be carried until {AcceptanceWords.Day(asked.Terms.Expires)}{(asked.Renews is null ? "" : ", once more")}",
        Change<Acceptance> { After: { } after } acceptance => Decided(acceptance, after),
        Change<Comment> { Before: null, After: { } comment } => $"said: {Short(comment.Text)}",
        Change<Comment> { After: null } => "took a comment back",
        Change<Comment> { After: { } comment } => $"changed a comment: {Short(comment.Text)}",
        Change<MitigationLink> { Before: null, After: { } link } => $"linked {Named(EntityRef.To(link.Mitigation))}{Beside(EntityRef.To(link.Threat))}",
        Change<MitigationLink> { Before: { } link, After: null } => $"unlinked {Named(EntityRef.To(link.Mitigation))}",
        Change<MitigationLink> => $"changed {Named(change.Entity)}",
        Change<Mitigation> { Before: null } => $"planned {Named(change.Entity)}",
        Change<Mitigation> { After: null } => $"removed the mitigation “{change.Title}”",
        Change<Mitigation> => $"changed {Named(change.Entity)}",
        Change<Threat> { After.MergedInto: not null, Before.MergedInto: null } when change.Entity != self => $"merged {Named(change.Entity)} into it",
        Change<Threat> => $"{Did(entry, change)}{Beside(change.Entity)}",
        _ => $"changed {Named(change.Entity)}",
    };

    private static string Decided(Change<Acceptance> change, Acceptance after) => (after.Ending, change.Before?.Ending, after.Decision) switch
    {
        ({ } ending, null, _) => ending.Kind switch
        {
            AcceptanceEnd.Expired => "wrote down that the acceptance has expired",
            AcceptanceEnd.Renewed => "renewed the acceptance",
            _ => $"withdrew the acceptance: {Short(ending.Word)}",
        },
        (_, _, { } decision) => $"{(decision.IsApproved ? "approved" : "refused")} the acceptance{(decision.IsAlone ? ", alone" : "")}{(decision.Word.Length > 0 ? $": {Short(decision.Word)}" : "")}",
        _ => "changed an acceptance",
    };

    private static string Did(JournalEntryRow entry, Change change) => (entry.Kind, change.Kind, entry.By) switch
    {
        (EntryKind.Undo, _, _) => "took back",
        (EntryKind.Redo, _, _) => "did again",
        (EntryKind.Restore, _, _) => "restored it",
        (_, ChangeKind.Added, Setter.Rule) => "ran the rules, which found it",
        (_, _, Setter.Rule) => "ran the rules, which changed their answer",
        (_, ChangeKind.Added, Setter.Importer) => "imported it",
        (_, _, Setter.Importer) => "imported a change of what it is about",
        (_, ChangeKind.Added, _) => "wrote it down",
        (_, ChangeKind.Removed, _) => "removed it",
        _ => "changed it",
    };

    /// <summary>Of what was added, the words say enough.</summary>
    private ImmutableArray<ChangedField> Fields(Change change) =>
        change.Kind is ChangeKind.Changed && change is not (Change<Acceptance> or Change<Comment>) ? ChangedField.Of(change, content, content) : [];

    private string Beside(EntityRef threat) => threat == self ? "" : $" (its duplicate “{content.TitleOf(threat) ?? "gone"}”)";

    private string Named(EntityRef entity) => content.Has(entity) ? $"“{EntityTitles.Title(content, entity)}”" : EntityTitles.Title(content, entity);

    private static string Short(string text) => text.Length <= Excerpt ? text : $"{text[..Excerpt]}…";
}
