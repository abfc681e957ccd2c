using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Journaling;

/// <summary>Finds in the journal what happened to a threat, its duplicates, and whatever was linked to them, said about them or accepted of them, whether it is still there or not.</summary>
internal sealed class ThreatTimeline(ThreatBoardDb db, Guid model, CancellationToken cancel)
{
    private static readonly string s_link = ShapeOf<MitigationLink>.Name, s_comment = ShapeOf<Comment>.Name, s_acceptance = ShapeOf<Acceptance>.Name;

    /// <param name="before">Only entries with a lesser number; null for the newest.</param>
    public async Task<TimelinePage> ReadAsync(Id<Threat> threat, long? before, int limit)
    {
        var ids = (await BelongingAsync(await WithDuplicatesAsync(threat))).ToArray();
        var rows = Replay.RowsOf(db, model).Where(row => ids.Contains(row.EntityId) && (before == null || row.Number < before));
        var numbers = await rows.Select(row => row.Number).Distinct().OrderByDescending(number => number).Take(limit + 1).ToListAsync(cancel);
        var shown = numbers.Take(limit).ToArray();
        var entries = await db.JournalEntries.Where(entry => entry.ModelId == model && shown.Contains(entry.Number)).ToDictionaryAsync(entry => entry.Number, cancel);
        var changes = (await rows.Where(row => shown.Contains(row.Number)).ToListAsync(cancel)).ToLookup(row => row.Number);
        return new([.. shown.Select(number => new TimelineEntry(entries[number], [.. changes[number].OrderBy(row => row.Ordinal).Select(ChangeOf)]))], numbers.Count > limit ? shown[^1] : null);
    }

    /// <summary>The threat, those that were merged into it, and theirs.</summary>
    private async Task<HashSet<Guid>> WithDuplicatesAsync(Id<Threat> threat)
    {
        var all = new HashSet<Guid> { threat.Value };
        Id<Threat>?[] next = [threat];
        while (next.Length > 0)
        {
            var found = await db.Threats.Where(t => EF.Property<Guid>(t, Mapping.EntityMapping.ModelId) == model && next.Contains(t.MergedInto)).Select(t => t.Id).ToListAsync(cancel);
            next = [.. found.Where(id => all.Add(id.Value)).Select(id => (Id<Threat>?)id)];
        }

        return all;
    }

    private async Task<HashSet<Guid>> BelongingAsync(HashSet<Guid> threats)
    {
        var keys = threats.Select(id => Encoding.UTF8.GetBytes(id.ToString())).ToArray();
        // Kinds of which a model has few; what their stored bytes mention is looked at below.
        var mentioning = await db.JournalChanges.FromSql($"""
            SELECT * FROM journal_change
            WHERE model_id = {model} AND entity_kind IN ({s_link}, {s_comment}, {s_acceptance})
              AND EXISTS (SELECT 1 FROM unnest({keys}) AS key WHERE position(key IN after) > 0 OR position(key IN before) > 0)
            """).ToListAsync(cancel);
        var belonging = mentioning.Where(row => IsAbout(row.Before, threats) || IsAbout(row.After, threats)).ToList();
        var links = belonging.Where(row => row.EntityKind == s_link).Select(row => row.EntityId).Distinct().ToArray();
        var made = await Replay.RowsOf(db, model).Where(row => links.Contains(row.EntityId) && row.Before == null).ToListAsync(cancel);
        return [.. threats, .. belonging.Select(row => row.EntityId), .. made.Select(MitigationOf)];
    }

    private static bool IsAbout(byte[]? stored, HashSet<Guid> threats)
    {
        if (stored is null) return false;
        using var json = JsonDocument.Parse(stored);
        return json.RootElement.TryGetProperty("threat", out var threat) ? threats.Contains(threat.GetGuid())
            : json.RootElement.TryGetProperty("on", out var on) && on.TryGetProperty("id", out var id) && threats.Contains(id.GetGuid());
    }

    private static Guid MitigationOf(JournalChangeRow link)
    {
        using var json = JsonDocument.Parse(link.After!);
        return json.RootElement.TryGetProperty("mitigation", out var mitigation) ? mitigation.GetGuid() : Guid.Empty;
    }

    private static Change ChangeOf(JournalChangeRow row) =>
        row.ToJson().ToChange(row is { Before: not null, After: not null } ? EntityKinds.Named(row.EntityKind)!.Accept(new Blank(row.EntityId)) : ModelContent.Empty);

    /// <summary>An entity of which nothing is known but its id, for the fields of a change to be laid over.</summary>
    private sealed class Blank(Guid id) : IShapeVisitor<ModelContent>
    {
        public ModelContent Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => ModelContent.Empty.With(shape.Create(id));
    }
}
