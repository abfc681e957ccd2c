using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Journaling;

/// <summary>What the journal keeps of an intent beside its changes.</summary>
internal sealed record EntryHeader(EntryKind Kind, Setter By, string Reason, long? Undoes, string? Summary = null);

/// <summary>Appends one entry with its changes.</summary>
internal static class JournalWriter
{
    private const string Entry = """
        INSERT INTO journal_entry (model_id, number, operation, operation_digest, kind, by, author_id, author, at, reason, summary, undoes, changes, body_digest, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    private const string Changes = """
        INSERT INTO journal_change (model_id, number, ordinal, entity_kind, entity_id, before, after, shape)
        SELECT $1, $2, c.place - 1, c.kind, c.id, c.before, c.after, $3
        FROM unnest($4::text[], $5::uuid[], $6::bytea[], $7::bytea[]) WITH ORDINALITY AS c (kind, id, before, after, place)
        """;

    public static void Append(NpgsqlBatch batch, LockedModel model, OperationId operation, byte[] digest, EntryHeader header, DateTimeOffset at, ImmutableArray<Change> changes)
    {
        var body = changes.Select(ChangeJson.Of).ToList();
        var entry = Row(model, operation, digest, header, at, changes, body);
        batch.BatchCommands.Add(ToCommand(entry with { Hash = JournalChain.HashOf(model.PreviousHash, entry) }));
        if (body.Count > 0) batch.BatchCommands.Add(ToCommand(entry, body));
    }

    private static JournalEntryRow Row(
        LockedModel model, OperationId operation, byte[] digest, EntryHeader header, DateTimeOffset at, ImmutableArray<Change> changes, List<ChangeJson> body) => new()
    {
        ModelId = model.Access.ModelId,
        Number = model.Number,
        Operation = operation.Value,
        OperationDigest = digest,
        Kind = header.Kind,
        By = header.By,
        AuthorId = model.Access.Person.Id,
        Author = model.Access.Person.Name,
        At = at,
        Reason = header.Reason,
        Summary = header.Summary ?? Journaling.Summary.Of(changes),
        Undoes = header.Undoes,
        Changes = body.Count,
        BodyDigest = JournalChain.DigestOf(body),
        Hash = [],
    };

    private static NpgsqlBatchCommand ToCommand(JournalEntryRow entry)
    {
        var command = new NpgsqlBatchCommand(Entry);
        Add(command, entry.ModelId, entry.Number, entry.Operation, entry.OperationDigest, entry.Kind.ToString(), entry.By.ToString(), entry.AuthorId);
        Add(command, entry.Author, entry.At, entry.Reason, entry.Summary);
        command.Parameters.Add(new() { Value = (object?)entry.Undoes ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        Add(command, entry.Changes, entry.BodyDigest, entry.Hash);
        return command;
    }

    private static NpgsqlBatchCommand ToCommand(JournalEntryRow entry, List<ChangeJson> body)
    {
        var command = new NpgsqlBatchCommand(Changes);
        Add(command, entry.ModelId, entry.Number, ModelJson.ShapeNumber);
        Add(command, body.Select(change => change.Entity.Kind).ToArray(), body.Select(change => change.Entity.Id).ToArray());
        Add(command, body.Select(change => change.Before).ToArray(), body.Select(change => change.After).ToArray());
        return command;
    }

    private static void Add(NpgsqlBatchCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
    }
}
