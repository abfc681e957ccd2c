using Npgsql;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Writes merged changes as rows: removals, then only the columns that differ, then additions; many of a kind by COPY.</summary>
internal sealed class RowWriter(NpgsqlConnection connection, ModelTables tables, Guid model, long version)
{
    private readonly ModelTables _tables = tables;
    private readonly Guid _model = model;
    private readonly long _version = version;

    /// <summary>From how many additions of one kind on COPY is quicker than single statements.</summary>
    private const int Many = 20;

    public async Task WriteAsync(IReadOnlyCollection<Change> changes, NpgsqlBatch batch, CancellationToken cancel)
    {
        foreach (var change in changes.Where(c => c.Kind is ChangeKind.Removed)) Remove(batch, change.Entity);
        var updates = new Updates(this, batch);
        foreach (var change in changes.Where(c => c.Kind is ChangeKind.Changed)) change.Accept(updates);
        foreach (var kind in changes.Where(c => c.Kind is ChangeKind.Added).GroupBy(c => c.Shape.Name))
        {
            var rows = kind.Select(change => change.Accept(After.Only)).ToList();
            if (rows.Count >= Many) await CopyAsync(_tables[kind.Key], rows, cancel);
            else rows.ForEach(row => Insert(batch, _tables[kind.Key], row));
        }
    }

    private static void Add(NpgsqlBatchCommand command, object value, string type) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value, DataTypeName = type });

    private void Remove(NpgsqlBatch batch, EntityRef entity)
    {
        var command = new NpgsqlBatchCommand($"DELETE FROM {_tables[entity.Kind].Table} WHERE model_id = $1 AND id = $2");
        Add(command, _model, "uuid");
        Add(command, entity.Id, "uuid");
        batch.BatchCommands.Add(command);
    }

    private void Insert(NpgsqlBatch batch, TableMap table, object entity)
    {
        var places = string.Join(", ", Enumerable.Range(3, table.Columns.Length).Select(place => $"${place}"));
        var command = new NpgsqlBatchCommand($"INSERT INTO {table.Table} (model_id, version{string.Concat(Derived(table))}, {string.Join(", ", table.Inserted)}) VALUES ($1, $2{string.Concat(Defaults(table))}, {places})");
        Add(command, _model, "uuid");
        Add(command, _version, "bigint");
        foreach (var column in table.Columns) Add(command, column.Of(entity), column.Type);
        batch.BatchCommands.Add(command);
    }

    /// <summary>A threat's derived columns are filled right after; until then it stands as open.</summary>
    private static string[] Derived(TableMap table) => table.Table == "threat" ? [", status", ", residual_score"] : [];

    private static string[] Defaults(TableMap table) => table.Table == "threat" ? [", 'Open'", ", 0"] : [];

    private async Task CopyAsync(TableMap table, List<object> rows, CancellationToken cancel)
    {
        var derived = Derived(table);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table.Table} (model_id, version, {string.Join(", ", table.Inserted)}{string.Concat(derived)}) FROM STDIN (FORMAT binary)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(_model, "uuid", cancel);
            await copy.WriteAsync(_version, "bigint", cancel);
            foreach (var column in table.Columns) await CopyAsync(copy, column.Of(row), column.Type, cancel);
            if (derived.Length == 0) continue;
            await copy.WriteAsync("Open", "text", cancel);
            await copy.WriteAsync(0, "integer", cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static Task CopyAsync(NpgsqlBinaryImporter copy, object value, string type, CancellationToken cancel) =>
        value is DBNull ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, type, cancel);

    private sealed class After : IChangeVisitor<object>
    {
        public static After Only { get; } = new();

        public object Visit<T>(Change<T> change)
            where T : class, IEntity<T> => change.After!;
    }

    private sealed class Updates(RowWriter writer, NpgsqlBatch batch) : IChangeVisitor
    {
        public void Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            var table = writer._tables[ShapeOf<T>.Name];
            var differing = table.Columns.Where(column => !Equals(column.Get(change.Before!), column.Get(change.After!))).ToList();
            var sets = differing.Select((column, place) => $", {column.Quoted} = ${place + 4}");
            var command = new NpgsqlBatchCommand($"UPDATE {table.Table} SET version = $3{string.Concat(sets)} WHERE model_id = $1 AND id = $2");
            Add(command, writer._model, "uuid");
            Add(command, change.Entity.Id, "uuid");
            Add(command, writer._version, "bigint");
            foreach (var column in differing) Add(command, column.Of(change.After!), column.Type);
            batch.BatchCommands.Add(command);
        }
    }
}
