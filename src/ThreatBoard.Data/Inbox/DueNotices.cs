using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace ThreatBoard.Data.Inbox;

/// <summary>Tells owners of open work what is due soon and what is overdue; which day it is, the database says.</summary>
internal static class DueNotices
{
    /// <summary>Open work with its due day, and each person who owns it, alone or with a team; <c>$1</c> has the models to look at, null for all.</summary>
    public const string OpenWork = """
        work AS (
          SELECT model_id, 'threat' AS kind, id, title, due, owner_kind, owner_account FROM threat
          WHERE due IS NOT NULL AND status IN ('Open', 'Assessed', 'InTreatment') AND ($1 IS NULL OR model_id = ANY($1))
          UNION ALL
          SELECT model_id, 'mitigation', id, title, due, owner_kind, owner_account FROM mitigation
          WHERE due IS NOT NULL AND status NOT IN ('Implemented', 'Verified') AND ($1 IS NULL OR model_id = ANY($1))
        ), owned AS (
          SELECT w.model_id, w.kind, w.id, w.title, w.due, p.id AS person_id
          FROM work w
          JOIN model m ON m.id = w.model_id AND m.archived_at IS NULL
          JOIN membership b ON b.workspace_id = m.workspace_id
          JOIN person p ON p.id = b.person_id AND p.disabled_at IS NULL
          WHERE (w.owner_kind = 'Person' AND w.owner_account = p.id)
             OR (w.owner_kind = 'Team' AND EXISTS (SELECT FROM team_member t WHERE t.team_id = w.owner_account AND t.person_id = p.id AND t.workspace_id = m.workspace_id))
        )
        """;

    private const string Tell = $"""
        WITH {OpenWork}
        INSERT INTO notice (id, person_id, model_id, kind, key, subject_kind, subject_id, title, by, words, due, at)
        SELECT gen_random_uuid(), person_id, model_id, moment.kind, lower(moment.kind) || ':' || owned.kind || ':' || owned.id || ':' || due, owned.kind, owned.id, title, '', '', due, now()
        FROM owned CROSS JOIN LATERAL (SELECT CASE WHEN due < current_date THEN 'Overdue' ELSE 'Due' END AS kind) AS moment
        WHERE due <= current_date + $2
        ON CONFLICT (person_id, model_id, key) DO NOTHING RETURNING person_id
        """;

    /// <param name="days">How many days ahead counts as soon.</param>
    /// <returns>Whose inbox has a new one.</returns>
    public static Task<IReadOnlyList<Guid>> TellAsync(ThreatBoardDb db, int days, CancellationToken cancel) => RunAsync(db, Tell, models: null, [days], cancel);

    /// <param name="models">The first parameter.</param>
    internal static async Task<IReadOnlyList<Guid>> RunAsync(ThreatBoardDb db, string sql, Guid[]? models, object[] values, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.Add(new() { Value = (object?)models ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        var people = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) people.Add(reader.GetGuid(0));
        return people;
    }
}
