using Npgsql;

namespace ThreatBoard.Data.Backup;

/// <summary>Reads which tables, sequences and migrations a database has.</summary>
public static class DatabaseCatalog
{
    public const string HistoryTable = "__EFMigrationsHistory";

    private const string TablesSql = """
        select c.oid, n.nspname, c.relname,
               array(select a.attname::text from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum),
               coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', ' order by k.place)
                         from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, place)
                         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                         where i.indrelid = c.oid and i.indisprimary), quote_ident(c.relname) || '::text collate "C"'),
               exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname <> 'information_schema' and n.nspname not like 'pg\_%' and c.relname <> $1
        order by n.nspname, c.relname
        """;

    private const string ReferencesSql = """
        select conrelid, confrelid from pg_constraint where contype = 'f' and not condeferrable and conrelid <> confrelid
        """;

    /// <summary>All tables but EF's history and those that are not logged, each after those that its undeferrable foreign keys need.</summary>
    public static async Task<IReadOnlyList<CatalogTable>> TablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var tables = await RowsAsync(connection, TablesSql, [HistoryTable], row => new CatalogTable(
            row.GetFieldValue<uint>(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3), row.GetString(4), row.GetBoolean(5)), cancel);
        var needs = await RowsAsync(connection, ReferencesSql, [], row => (From: row.GetFieldValue<uint>(0), To: row.GetFieldValue<uint>(1)), cancel);
        return Ordered(tables, needs.ToLookup(need => need.From, need => need.To));
    }

    public static Task<List<BackedUpSequence>> SequencesAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        RowsAsync(connection, "select schemaname, sequencename, last_value from pg_sequences order by 1, 2", [],
            row => new BackedUpSequence(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2)), cancel);

    /// <summary>The applied migrations, oldest first; none in a database that no version of ThreatBoard has touched.</summary>
    public static async Task<IReadOnlyList<string>> MigrationsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var schemas = await RowsAsync(connection,
            "select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = $1 and c.relkind = 'r'",
            [HistoryTable], row => row.GetString(0), cancel);
        return schemas is [var schema, ..]
            ? await RowsAsync(connection, $"""select "MigrationId" from {CatalogTable.Quote(schema)}."{HistoryTable}" order by "MigrationId" collate "C" """, [], row => row.GetString(0), cancel)
            : [];
    }

    private static List<CatalogTable> Ordered(List<CatalogTable> tables, ILookup<uint, uint> needs)
    {
        var byId = tables.ToDictionary(table => table.Id);
        List<CatalogTable> ordered = [];
        HashSet<uint> seen = [];
        foreach (var table in tables)
            Place(table);
        return ordered;

        void Place(CatalogTable table)
        {
            if (!seen.Add(table.Id))
                return;
            foreach (var needed in needs[table.Id])
                if (byId.TryGetValue(needed, out var first))
                    Place(first);
            ordered.Add(table);
        }
    }

    private static async Task<List<T>> RowsAsync<T>(
        NpgsqlConnection connection, string sql, IEnumerable<string> parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<T> rows = [];
        while (await reader.ReadAsync(cancel))
            rows.Add(read(reader));
        return rows;
    }
}
