using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Entries of the journal as a sentence.</summary>
public static class JournalWords
{
    /// <summary>What kind of entry it is; its summary goes on from there.</summary>
    public static string Verb(JournalEntryRow entry) => entry.Kind switch
    {
        EntryKind.Undo => "undid",
        EntryKind.Redo => "did again",
        EntryKind.Restore => "restored an earlier state:",
        EntryKind.Edit when entry.By.HasFlag(Setter.Importer) => "took from an import:",
        EntryKind.Edit when entry.By.HasFlag(Setter.Rule) => "ran the rules:",
        EntryKind.Edit => "edited:",
        _ => "",
    };

    /// <summary>An entity, and which of its fields changed.</summary>
    public static string Of(Change change, ModelContent before, ModelContent after)
    {
        var side = after.Has(change.Entity) ? after : before;
        var title = side.Has(change.Entity) ? EntityTitles.Title(side, change.Entity) : change.Title;
        var fields = change.Kind is ChangeKind.Changed ? $": {string.Join(", ", change.Fields().Select(field => NameWords.OfField(field.Field)))}" : "";
        return $"{EntityTitles.Kind(change.Entity.Kind)} {title}{fields}";
    }
}
