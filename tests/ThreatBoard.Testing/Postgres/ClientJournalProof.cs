using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Testing.Postgres;

/// <summary>Holds what is stored against what the clients know.</summary>
internal sealed class ClientJournalProof(ClientJournal clients, StoredJournal stored)
{
    private readonly ILookup<Guid, StoredEntry> _byOperation = stored.Entries.ToLookup(entry => entry.Operation);

    public IReadOnlyList<string> Offenders() =>
    [
        .. Numbers(), .. Broken(), .. clients.Operations.SelectMany(sent => Operation(sent.Key, sent.Value)), .. Strangers(), .. clients.Values.SelectMany(Value),
        .. Comparison.Between(stored.Replayed, stored.Rows).Select(change => $"{change.Kind} {change.Entity} “{change.Title}”: the rows differ from the journal's replay."),
        .. Invariants.Check(stored.Rows).Select(violation => $"{violation.Entity}: {violation.Message}"),
    ];

    private IEnumerable<string> Numbers() =>
        stored.Entries.Where((entry, place) => entry.Number != place + 1).Take(1).Select(entry => $"Entry {entry.Number} does not follow the one before it.");

    private IEnumerable<string> Broken() => stored.Broken is { } broken ? [broken] : [];

    private IEnumerable<string> Strangers() =>
        stored.Entries.Where(entry => entry.Number > clients.AloneAfter && !clients.Operations.ContainsKey(entry.Operation)).Select(entry => $"Nobody sent entry {entry.Number}.");

    private IEnumerable<string> Operation(Guid operation, SentOperation sent)
    {
        var entries = _byOperation[operation].ToList();
        if (sent.Fate is Fate.Acknowledged && entries.Count != 1) yield return $"Operation {operation} was acknowledged, and is in the journal {entries.Count} times.";
        if (sent.Fate is Fate.Refused && entries.Count != 0) yield return $"Operation {operation} was refused, and is in the journal.";
        if (entries.Count > 1) yield return $"Operation {operation} is in the journal {entries.Count} times.";
        if (entries is not [var entry]) yield break;
        if (sent.Number is { } told && told != entry.Number) yield return $"Operation {operation} was acknowledged as entry {told}, and is entry {entry.Number}.";
        if (sent.Intent is not Intent.Edit edit) yield break;
        var written = entry.Changes.ToDictionary(change => change.Entity);
        foreach (var wanted in edit.Changes)
        {
            var overwritten = wanted.Accept(new Overwritten(written.GetValueOrDefault(wanted.Entity), edit.Changes.Count(change => change.Entity == wanted.Entity) == 1));
            foreach (var problem in overwritten) yield return $"Entry {entry.Number}: {problem}";
        }
    }

    private IEnumerable<string> Value(SeenValue seen)
    {
        var times = stored.Entries.Sum(entry => entry.Changes.Where(change => change.Entity == seen.Entity)
            .Count(change => change.Kind is not ChangeKind.Removed && change.Fields().Any(field => field.Field == seen.Field && Equals(field.After, seen.Value))));
        return times == 1 ? [] : [$"{seen.Field} “{seen.Value}” of {seen.Entity} was called saved, and is in the journal {times} times."];
    }

    /// <summary>Nothing acknowledged is overwritten by an edit whose author had not seen it, and all that the author wanted is there.</summary>
    private sealed class Overwritten(Change? written, bool once) : IChangeVisitor<IEnumerable<string>>
    {
        public IEnumerable<string> Visit<T>(Change<T> wanted)
            where T : class, IEntity<T>
        {
            if (!once || wanted is not { Before: { } seen, After: { } mine } || written is not Change<T> { Before: { } theirs, After: { } after }) yield break;
            foreach (var field in ShapeOf<T>.Value.Fields.Where(field => !field.AreEqual(seen, mine)))
            {
                var merged = theirs;
                if (!field.TryMerge(seen, theirs, mine, ref merged)) yield return $"{field.Name} was {field.ValueOf(theirs)}, not {field.ValueOf(seen)} as its author saw it, and was overwritten by {field.ValueOf(mine)}.";
                else if (!field.AreEqual(merged, after)) yield return $"{field.Name} is not what its author wanted.";
            }
        }
    }
}
