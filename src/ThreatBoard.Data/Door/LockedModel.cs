using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Door;

/// <summary>A model that this transaction alone may write, with the number that its entry will have.</summary>
internal sealed class LockedModel : IAsyncDisposable
{
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))";
    private const string Raise = "UPDATE model SET sequence = sequence + 1, updated_at = $2 WHERE id = $1 RETURNING sequence, archived_at IS NOT NULL, clock_timestamp()";
    private const string SameOperation = "SELECT number, operation_digest FROM journal_entry WHERE model_id = $1 AND operation = $2";
    private const string LastHash = "SELECT hash FROM journal_entry WHERE model_id = $1 ORDER BY number DESC LIMIT 1";

    private readonly IDbContextTransaction _transaction;

    private LockedModel(ThreatBoardDb db, IDbContextTransaction transaction, ModelAccess access) =>
        (Db, _transaction, Access, Connection) = (db, transaction, access, (NpgsqlConnection)db.Database.GetDbConnection());

    public ThreatBoardDb Db { get; }

    public ModelAccess Access { get; }

    public NpgsqlConnection Connection { get; }

    public long Number { get; private set; }

    public bool IsArchived { get; private set; }

    /// <summary>By the database's clock, once the lock was held: days are told by it.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The hash of the entry before; empty before the first.</summary>
    public byte[] PreviousHash { get; private set; } = [];

    /// <summary>The entry that this operation made before, and its digest.</summary>
    public (long Number, byte[] Digest)? Before { get; private set; }

    /// <exception cref="InvalidOperationException">The model was removed since the access was given.</exception>
    public static async Task<LockedModel> EnterAsync(ThreatBoardDb db, ModelAccess access, OperationId operation, DateTimeOffset at, CancellationToken cancel)
    {
        var model = new LockedModel(db, await db.Database.BeginTransactionAsync(cancel), access);
        try
        {
            await model.EnterAsync(operation, at, cancel);
            return model;
        }
        catch
        {
            await model.DisposeAsync();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private async Task EnterAsync(OperationId operation, DateTimeOffset at, CancellationToken cancel)
    {
        var id = Access.ModelId;
        await using var batch = new NpgsqlBatch(Connection);
        batch.BatchCommands.Add(Command(Lock, id));
        batch.BatchCommands.Add(Command(Raise, id, at));
        batch.BatchCommands.Add(Command(SameOperation, id, operation.Value));
        batch.BatchCommands.Add(Command(LastHash, id));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        if (!await reader.ReadAsync(cancel)) throw new InvalidOperationException("The model is gone.");
        (Number, IsArchived, At) = (reader.GetInt64(0), reader.GetBoolean(1), reader.GetFieldValue<DateTimeOffset>(2));
        await reader.NextResultAsync(cancel);
        if (await reader.ReadAsync(cancel)) Before = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        await reader.NextResultAsync(cancel);
        if (await reader.ReadAsync(cancel)) PreviousHash = reader.GetFieldValue<byte[]>(0);
    }
}
