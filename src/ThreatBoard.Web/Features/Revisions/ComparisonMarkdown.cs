using System.Globalization;
using System.Text;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Ui;
using static ThreatBoard.Web.Ui.Markdown.MarkdownWords;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>A comparison as a Markdown document: what differs, the risk, the flows, and who wrote it.</summary>
public static class ComparisonMarkdown
{
    public static string Write(ComparedRevisions compared, IReadOnlyList<JournalEntryRow> entries)
    {
        var text = new StringBuilder();
        var (tally, sums) = (compared.Comparison.Tally, compared.Comparison.Sums);
        text.Append(CultureInfo.InvariantCulture, $"# {Escape(compared.ModelName)}: {compared.FromWord} → {compared.ToWord}\n\n");
        Side(text, "From", compared.From?.Number, compared.From?.Author, compared.From?.At, compared.From?.Message, compared.From?.Hash);
        Side(text, "To", compared.To?.Number, compared.To?.Author, compared.To?.At, compared.To?.Message, compared.To?.Hash);
        text.Append(CultureInfo.InvariantCulture, $"\n{tally.Added} added, {tally.Removed} removed, {tally.Changed} changed, {compared.Comparison.Moved.Length} only moved on a drawing. Open threats {sums.Before.Open} → {sums.After.Open}, residual score {sums.Before.Score} → {sums.After.Score}.\n");
        Changes(text, compared.Comparison);
        Risk(text, compared);
        Flows(text, compared);
        if (!compared.Comparison.Decisions.IsEmpty) text.Append("\n## Decided between the two\n\n");
        foreach (var line in compared.Comparison.Decisions) text.Append(CultureInfo.InvariantCulture, $"* {Time(line.At)} **{Escape(line.Who)}** {Escape(line.Words)}\n");
        text.Append("\n## Who, when, why\n\n");
        foreach (var entry in entries)
            text.Append(CultureInfo.InvariantCulture, $"* {entry.Number}. {Time(entry.At)} **{Escape(entry.Author)}** {JournalWords.Verb(entry)} {Escape(entry.Summary)}{(entry.Reason.Length > 0 ? $": {Escape(entry.Reason)}" : "")}\n");
        return text.ToString();
    }

    private static void Side(StringBuilder text, string word, int? number, string? author, DateTimeOffset? at, string? message, byte[]? hash)
    {
        if (number is null) text.Append(CultureInfo.InvariantCulture, $"* {word}: {(word == "To" ? "the model as it is now" : "nothing")}\n");
        else text.Append(CultureInfo.InvariantCulture, $"* {word}: revision {number}, {Escape(author!)}, {Time(at!.Value)}: {Escape(message!)} (`{Convert.ToHexStringLower(hash!)}`)\n");
    }

    private static void Changes(StringBuilder text, RevisionComparison comparison)
    {
        foreach (var kind in comparison.Entities.GroupBy(entity => entity.Entity.Kind))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {EntityTitles.Plural(kind.Key)}\n\n");
            foreach (var entity in kind)
            {
                text.Append(CultureInfo.InvariantCulture, $"* {entity.Kind.Word()} **{Escape(entity.Title)}**\n");
                foreach (var field in entity.Fields) text.Append(CultureInfo.InvariantCulture, $"  * {Escape(field.Name)}: {Values(entity.Kind, field)}\n");
            }
        }

        if (comparison.Moved.IsEmpty) return;
        text.Append("\n## Moved on the drawing\n\n");
        foreach (var moved in comparison.Moved) text.Append(CultureInfo.InvariantCulture, $"* {Escape(moved.Title)}: {MovedElement.Words(moved.From)} → {MovedElement.Words(moved.To)}\n");
    }

    private static string Values(ChangeKind kind, ChangedField field) => kind switch
    {
        ChangeKind.Added => Escape(field.After),
        ChangeKind.Removed => Escape(field.Before),
        _ => $"{Escape(field.Before)} → {Escape(field.After)}",
    };

    private static void Risk(StringBuilder text, ComparedRevisions compared)
    {
        var risk = compared.Comparison.Risk;
        text.Append("\n## Risk\n");
        foreach (var (word, moves) in new[] { ("New threats", risk.New), ("Resolved or gone", risk.Gone), ("Re-rated", risk.ReRated), ("Treated differently", risk.TreatedOtherwise) })
        {
            var some = moves.ToList();
            text.Append(CultureInfo.InvariantCulture, $"\n### {word}: {some.Count}\n\n");
            foreach (var move in some) text.Append(CultureInfo.InvariantCulture, $"* {Cell(move.From)} → {Cell(move.To)} **{Escape(move.Threat.Title)}**: {Escape(MoveWords.Of(move, compared.Before, compared.After))}\n");
        }

        text.Append("\n### Movements on the residual matrix\n\n| From | To | Threats |\n|---|---|---:|\n");
        foreach (var move in risk.Moves) text.Append(CultureInfo.InvariantCulture, $"| {Cell(move.From)} | {Cell(move.To)} | {move.Threats.Length} |\n");
    }

    private static void Flows(StringBuilder text, ComparedRevisions compared)
    {
        if (compared.Comparison.Flows.IsEmpty) return;
        text.Append("\n## Flows across boundaries\n\n");
        foreach (var shift in compared.Comparison.Flows)
            text.Append(CultureInfo.InvariantCulture, $"* {(shift.IsGain ? "gained" : "lost")} {(shift.What is FlowProtection.Control ? Escape(shift.Control) : NameWords.Of(shift.What))}: {Escape(EntityTitles.Title(compared.After, EntityRef.To(shift.Now)))}\n");
    }

    private static string Cell(Rating? rating) => rating is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{rating.Likelihood} × {rating.Impact}");

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
