using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Journaling;

/// <summary>Who did what to one entity last, as the journal tells it.</summary>
public sealed class EntityTouches
{
    private readonly Dictionary<string, JournalEntryRow> _fields = [];

    private EntityTouches()
    {
    }

    /// <summary>The last entry that touched it.</summary>
    public JournalEntryRow? Last { get; private set; }

    /// <summary>The entry that removed it; null while it is there.</summary>
    public JournalEntryRow? Removed { get; private set; }

    /// <summary>What it was called when it was removed; null while it is there.</summary>
    public string? Was { get; private set; }

    /// <summary>The last entry that set the field; null where it is as it was when the entity was added without it.</summary>
    /// <param name="field">The field's stored name.</param>
    public JournalEntryRow? Of(string field) => _fields.GetValueOrDefault(field);

    internal static async Task<IReadOnlyDictionary<EntityRef, EntityTouches>> LoadAsync(ThreatBoardDb db, ModelAccess access, IReadOnlyCollection<EntityRef> entities, CancellationToken cancel)
    {
        var ids = entities.Select(entity => entity.Id).ToArray();
        var rows = await Replay.RowsOf(db, access.ModelId).Where(row => ids.Contains(row.EntityId)).OrderBy(row => row.Number).ThenBy(row => row.Ordinal).ToListAsync(cancel);
        var numbers = rows.Select(row => row.Number).Distinct().ToArray();
        var entries = await db.JournalEntries.Where(e => e.ModelId == access.ModelId && numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, cancel);
        var touches = entities.Distinct().ToDictionary(entity => entity, _ => new EntityTouches());
        foreach (var row in rows)
        {
            if (touches.TryGetValue(new(row.EntityKind, row.EntityId), out var touched)) touched.Add(row, entries[row.Number]);
        }

        return touches;
    }

    private void Add(JournalChangeRow row, JournalEntryRow entry)
    {
        Last = entry;
        if (row.After is null)
        {
            (Removed, Was) = (entry, row.ToJson().ToChange(ModelContent.Empty).Title);
            return;
        }

        (Removed, Was) = (null, null);
        using var after = JsonDocument.Parse(row.After);
        foreach (var field in after.RootElement.EnumerateObject()) _fields[field.Name] = entry;
    }
}
