using System.Collections.Concurrent;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Testing.Postgres;

/// <summary>The journal that the clients of a concurrent test keep for themselves; afterwards the model is held against it. For any number of threads.</summary>
/// <param name="aloneAfter">Every entry with a greater number must come from these clients; null where others write too.</param>
public sealed class ClientJournal(long? aloneAfter = null)
{
    private readonly ConcurrentDictionary<Guid, SentOperation> _sent = [];
    private readonly ConcurrentQueue<SeenValue> _seen = [];

    /// <summary>How many operations were acknowledged so far.</summary>
    public int Acknowledged => _sent.Values.Count(sent => sent.Fate is Fate.Acknowledged);

    internal long AloneAfter => aloneAfter ?? long.MaxValue;

    internal IReadOnlyDictionary<Guid, SentOperation> Operations => _sent;

    internal IReadOnlyCollection<SeenValue> Values => _seen;

    /// <summary>Puts an intent through the door and notes what came of it; whatever is thrown leaves the operation in doubt.</summary>
    public async Task<Outcome> ApplyAsync(ModelStore store, ModelAccess access, Intent intent, OperationId operation, CancellationToken cancel)
    {
        Send(operation, intent);
        var outcome = await store.ApplyAsync(access, intent, operation, cancel);
        if (outcome is Outcome.Applied applied) Acknowledge(operation, applied.Number);
        else Refuse(operation);
        return outcome;
    }

    /// <summary>Notes an operation before it is sent: from now on it is in doubt.</summary>
    /// <param name="intent">What it says, so that it can be told whether it overwrote anything unseen; null where the client cannot know.</param>
    public void Send(OperationId operation, Intent? intent = null) => _sent.TryAdd(operation.Value, new(intent, Fate.InDoubt, Number: null));

    /// <param name="number">The journal number that the client was told; null where it was told only that it is saved.</param>
    public void Acknowledge(OperationId operation, long? number = null) => Settle(operation, Fate.Acknowledged, number);

    public void Refuse(OperationId operation) => Settle(operation, Fate.Refused, number: null);

    /// <summary>For clients that see only a screen: it said that this value is saved. Make every value different, so that it can be found exactly once.</summary>
    /// <param name="field">The field's stored name.</param>
    public void SawSaved(EntityRef entity, string field, object? value) => _seen.Enqueue(new(entity, field, value));

    /// <summary>What does not hold, in sentences; empty when all is well.</summary>
    /// <param name="reader">Any access to the model.</param>
    public async Task<IReadOnlyList<string>> OffendersAsync(string ownerConnectionString, ModelAccess reader, CancellationToken cancel) =>
        new ClientJournalProof(this, await StoredJournal.ReadAsync(ownerConnectionString, reader, cancel)).Offenders();

    private void Settle(OperationId operation, Fate fate, long? number) => _sent.AddOrUpdate(
        operation.Value,
        _ => throw new InvalidOperationException("An operation is noted before it is sent."),
        // A retry that is refused does not take back what was acknowledged.
        (_, before) => before.Fate is Fate.Acknowledged && fate is Fate.Refused ? before : before with { Fate = fate, Number = Told(before.Number, number) });

    private static long? Told(long? before, long? now) => before is { } first && now is { } second && first != second
        ? throw new InvalidOperationException($"The same operation was acknowledged as entry {first} and as entry {second}.")
        : now ?? before;
}

/// <summary>What a client knows of an operation.</summary>
internal enum Fate
{
    InDoubt,
    Acknowledged,
    Refused,
}

/// <summary>An operation as its client keeps it.</summary>
internal sealed record SentOperation(Intent? Intent, Fate Fate, long? Number);

/// <summary>A value that a screen called saved.</summary>
internal sealed record SeenValue(EntityRef Entity, string Field, object? Value);
