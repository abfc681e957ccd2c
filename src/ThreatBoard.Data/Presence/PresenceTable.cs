using Npgsql;
using NpgsqlTypes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Presence;

/// <summary>Reads and writes who is where, many rows in one statement; the database's clock decides who is still there.</summary>
internal sealed class PresenceTable(NpgsqlDataSource database)
{
    /// <summary>The channel that carries the ids of models in which somebody moved.</summary>
    public const string Channel = "threatboard_presence";

    /// <summary>A beat of the heart; three missed ones, and a circuit counts as gone.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(8);

    private const int MostInOneModel = 200;

    // Who may not read the model has no row.
    private const string Upsert = """
        INSERT INTO presence (circuit_id, person_id, model_id, address, page, selection, editing, view, following, moved_at, seen_at)
        SELECT s.circuit, s.person, s.model, s.address, s.page, s.selection, s.editing, s.view, s.following, now(), now()
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[])
          AS s(circuit, person, model, address, page, selection, editing, view, following)
        JOIN model m ON m.id = s.model
        JOIN membership w ON w.workspace_id = m.workspace_id AND w.person_id = s.person
        JOIN person who ON who.id = s.person AND who.disabled_at IS NULL
        ON CONFLICT (circuit_id) DO UPDATE SET
          moved_at = CASE WHEN (presence.model_id, presence.address, presence.selection, presence.editing, presence.view)
                            = (excluded.model_id, excluded.address, excluded.selection, excluded.editing, excluded.view)
                          THEN presence.moved_at ELSE now() END,
          model_id = excluded.model_id, address = excluded.address, page = excluded.page, selection = excluded.selection,
          editing = excluded.editing, view = excluded.view, following = excluded.following, seen_at = now()
        """;

    private const string Select = """
        SELECT p.model_id, p.circuit_id, p.person_id, who.name, p.address, p.page, p.selection, p.editing, p.view, p.following, p.moved_at
        FROM presence p
        JOIN model m ON m.id = p.model_id
        JOIN membership w ON w.workspace_id = m.workspace_id AND w.person_id = p.person_id
        JOIN person who ON who.id = p.person_id AND who.disabled_at IS NULL
        WHERE p.model_id = ANY($1) AND p.seen_at > now() - $2::interval
        ORDER BY p.circuit_id
        """;

    private static TimeSpan Dead => Beat * 3;

    public async Task WriteAsync(IReadOnlyList<PresenceSeat> seats, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Upsert);
        Add(command, seats, seat => seat.Circuit);
        Add(command, seats, seat => seat.Person);
        Add(command, seats, seat => seat.Model);
        Add(command, seats, seat => seat.At.Address);
        Add(command, seats, seat => seat.At.Page);
        Add(command, seats, seat => string.Join(',', seat.At.Selection));
        Add(command, seats, seat => seat.At.Editing);
        Add(command, seats, seat => seat.At.View);
        Add(command, seats, seat => seat.At.Following);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task RemoveAsync(IReadOnlyList<PresenceSeat> seats, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("DELETE FROM presence p USING unnest($1::uuid[], $2::uuid[]) AS gone(circuit, model) WHERE p.circuit_id = gone.circuit AND p.model_id = gone.model");
        Add(command, seats, seat => seat.Circuit);
        Add(command, seats, seat => seat.Model);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Takes away whose heart has stopped beating.</summary>
    /// <returns>The models that they were in.</returns>
    public async Task<IReadOnlyList<Guid>> BuryAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("DELETE FROM presence WHERE seen_at < now() - $1::interval RETURNING model_id");
        command.Parameters.Add(new() { Value = Dead });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var models = new HashSet<Guid>();
        while (await reader.ReadAsync(cancel)) models.Add(reader.GetGuid(0));
        return [.. models];
    }

    public async Task AnnounceAsync(IReadOnlyCollection<Guid> models, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT pg_notify($1, id::text) FROM unnest($2) AS id");
        command.Parameters.Add(new() { Value = Channel });
        command.Parameters.Add(new() { Value = models.ToArray() });
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<ILookup<Guid, Present>> ReadAsync(Guid[] models, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = models });
        command.Parameters.Add(new() { Value = Dead });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(Guid Model, Present Present)>();
        while (await reader.ReadAsync(cancel)) rows.Add((reader.GetGuid(0), Read(reader)));
        return rows.GroupBy(row => row.Model).SelectMany(rows => rows.Take(MostInOneModel)).ToLookup(row => row.Model, row => row.Present);
    }

    private static Present Read(NpgsqlDataReader row) => new(
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetString(3),
        new()
        {
            Address = row.GetString(4),
            Page = row.GetString(5),
            Selection = row.GetString(6).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToValueList(),
            Editing = row.GetString(7),
            View = row.GetString(8),
            Following = row.IsDBNull(9) ? null : row.GetGuid(9),
        },
        row.GetFieldValue<DateTimeOffset>(10));

    private static void Add<T>(NpgsqlCommand command, IReadOnlyList<PresenceSeat> seats, Func<PresenceSeat, T> value) =>
        command.Parameters.Add(new()
        {
            Value = seats.Select(value).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | (typeof(T) == typeof(string) ? NpgsqlDbType.Text : NpgsqlDbType.Uuid),
        });
}
