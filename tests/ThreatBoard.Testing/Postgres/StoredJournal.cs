using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Testing.Postgres;

/// <summary>A model's journal and rows as they are in the database, read past the application.</summary>
internal sealed record StoredJournal(IReadOnlyList<StoredEntry> Entries, ModelContent Replayed, ModelContent Rows, string? Broken)
{
    private const string Headers = "SELECT number, operation FROM journal_entry WHERE model_id = $1 ORDER BY number";
    private const string Changes = "SELECT number, entity_kind, entity_id, before, after FROM journal_change WHERE model_id = $1 ORDER BY number, ordinal";

    public static async Task<StoredJournal> ReadAsync(string ownerConnectionString, ModelAccess reader, CancellationToken cancel)
    {
        // Services of our own: what they read first comes from the rows, not from the journal.
        await using var services = new ServiceCollection().AddLogging().AddThreatBoardData(ownerConnectionString).BuildServiceProvider();
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        var bodies = await BodiesAsync(source, reader.ModelId, cancel);
        var (entries, replayed) = Replay(await HeadersAsync(source, reader.ModelId, cancel), bodies);
        var rows = await services.GetRequiredService<LiveModels>().ReadAsync(reader, cancel);
        return new(entries, replayed, rows.Content, await services.GetRequiredService<Journal>().VerifyAsync(reader, cancel));
    }

    private static (IReadOnlyList<StoredEntry> Entries, ModelContent Replayed) Replay(List<(long Number, Guid Operation)> headers, ILookup<long, ChangeJson> bodies)
    {
        var (content, entries) = (ModelContent.Empty, new List<StoredEntry>(headers.Count));
        foreach (var (number, operation) in headers)
        {
            var changes = new List<Change>();
            foreach (var row in bodies[number])
            {
                changes.Add(row.ToChange(content));
                content = content.Apply([changes[^1]]);
            }

            entries.Add(new(number, operation, changes));
        }

        return (entries, content);
    }

    private static async Task<List<(long Number, Guid Operation)>> HeadersAsync(NpgsqlDataSource source, Guid model, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Headers);
        command.Parameters.Add(new() { Value = model });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var headers = new List<(long, Guid)>();
        while (await rows.ReadAsync(cancel)) headers.Add((rows.GetInt64(0), rows.GetGuid(1)));
        return headers;
    }

    private static async Task<ILookup<long, ChangeJson>> BodiesAsync(NpgsqlDataSource source, Guid model, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Changes);
        command.Parameters.Add(new() { Value = model });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var bodies = new List<(long Number, ChangeJson Change)>();
        while (await rows.ReadAsync(cancel))
            bodies.Add((rows.GetInt64(0), new(new EntityRef(rows.GetString(1), rows.GetGuid(2)), Bytes(rows, 3), Bytes(rows, 4))));
        return bodies.ToLookup(body => body.Number, body => body.Change);
    }

    private static byte[]? Bytes(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetFieldValue<byte[]>(column);
}

/// <summary>One entry as stored, its changes on the content that they happened to.</summary>
internal sealed record StoredEntry(long Number, Guid Operation, IReadOnlyList<Change> Changes);
