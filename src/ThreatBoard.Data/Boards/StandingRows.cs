using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Boards;

/// <summary>Counts threats and late mitigations of many models where they lie: what comes back is as long as there are kinds of them, not as there are threats.</summary>
internal static class StandingRows
{
    /// <summary>Which day it is in each model's workspace; <c>$1</c> has the models.</summary>
    private const string Days = """
        day AS (
          SELECT m.id AS model_id, (now() AT TIME ZONE w.time_zone)::date AS today, w.time_zone
          FROM model m JOIN workspace w ON w.id = m.workspace_id WHERE m.id = ANY($1)
        )
        """;

    /// <summary>The same as <see cref="ThreatState"/> says of a threat, an acceptance past its last day holding no longer; the age is told by the id.</summary>
    private const string Threats = $"""
        WITH {Days}, linked AS (
          SELECT l.model_id, l.threat, count(*) AS total, count(*) FILTER (WHERE d.is_done) AS done,
            coalesce(sum(l.effect_likelihood) FILTER (WHERE d.is_done), 0) AS likelihood, coalesce(sum(l.effect_impact) FILTER (WHERE d.is_done), 0) AS impact
          FROM mitigation_link l JOIN (SELECT model_id, id, status IN ('Implemented', 'Verified') AS is_done FROM mitigation WHERE model_id = ANY($1)) d ON d.model_id = l.model_id AND d.id = l.mitigation
          WHERE l.model_id = ANY($1) GROUP BY l.model_id, l.threat
        ), lapsed AS (
          SELECT a.model_id, a.threat FROM acceptance a JOIN day ON day.model_id = a.model_id
          WHERE a.decision_is_approved AND a.ending_kind IS NULL AND a.terms_expires < day.today
        ), told AS (
          SELECT t.model_id, t.category,
            CASE WHEN t.status <> 'Accepted' OR NOT EXISTS (SELECT FROM lapsed x WHERE x.model_id = t.model_id AND x.threat = t.id) THEN t.status
                 WHEN k.total > 0 AND k.total = k.done THEN 'Mitigated' WHEN k.total > 0 THEN 'InTreatment'
                 WHEN t.assessment_likelihood IS NOT NULL THEN 'Assessed' ELSE 'Open' END AS status,
            CASE WHEN t.assessment_likelihood IS NOT NULL THEN greatest(1, t.assessment_likelihood - coalesce(k.likelihood, 0))
                 WHEN t.verdict_answer <> 'CannotTell' AND t.suggested_likelihood IS NOT NULL THEN greatest(1, t.suggested_likelihood - coalesce(k.likelihood, 0)) END AS likelihood,
            CASE WHEN t.assessment_likelihood IS NOT NULL THEN greatest(1, t.assessment_impact - coalesce(k.impact, 0))
                 WHEN t.verdict_answer <> 'CannotTell' AND t.suggested_likelihood IS NOT NULL THEN greatest(1, t.suggested_impact - coalesce(k.impact, 0)) END AS impact,
            day.today - (CASE WHEN substr(t.id::text, 15, 1) = '7'
              THEN to_timestamp((('x' || lpad(replace(substr(t.id::text, 1, 13), '-', ''), 16, '0'))::bit(64)::bigint) / 1000.0) ELSE to_timestamp(0) END AT TIME ZONE day.time_zone)::date AS days,
            t.assessment_likelihood IS NOT NULL AS is_assessed, t.treatment_kind <> 'Undecided' AS is_decided
          FROM threat t JOIN day ON day.model_id = t.model_id LEFT JOIN linked k ON k.model_id = t.model_id AND k.threat = t.id
        )
        SELECT model_id, status, category, likelihood, impact, age, count(*)::integer, count(*) FILTER (WHERE is_assessed)::integer, count(*) FILTER (WHERE is_decided)::integer
        FROM (SELECT *, CASE WHEN days <= 30 THEN 0 WHEN days <= 90 THEN 1 WHEN days <= 180 THEN 2 ELSE 3 END AS age FROM told) AS aged
        GROUP BY 1, 2, 3, 4, 5, 6
        """;

    private const string Late = $"""
        WITH {Days}
        SELECT m.model_id, m.owner_kind, m.owner_account, m.owner_name, count(*)::integer
        FROM mitigation m JOIN day ON day.model_id = m.model_id
        WHERE m.status NOT IN ('Implemented', 'Verified') AND m.due < day.today
        GROUP BY m.model_id, m.owner_kind, m.owner_account, m.owner_name
        """;

    public static Task<List<(Guid Model, TallyCell Cell, int Assessed, int Decided)>> ThreatsAsync(ThreatBoardDb db, Guid[] models, CancellationToken cancel) => ReadAsync(db, Threats, models, row => (
        row.GetGuid(0),
        new TallyCell(
            Enum.Parse<ThreatStatus>(row.GetString(1)),
            row.IsDBNull(3) ? null : new Rating((int)row.GetInt64(3), (int)row.GetInt64(4)),
            (AgeBucket)row.GetInt32(5),
            Enum.Parse<Stride>(row.GetString(2)),
            row.GetInt32(6)),
        row.GetInt32(7),
        row.GetInt32(8)), cancel);

    public static Task<List<(Guid Model, Owner Owner, int Count)>> LateAsync(ThreatBoardDb db, Guid[] models, CancellationToken cancel) => ReadAsync(db, Late, models, row => (
        row.GetGuid(0),
        new Owner(Enum.Parse<OwnerKind>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetString(3)),
        row.GetInt32(4)), cancel);

    private static async Task<List<T>> ReadAsync<T>(ThreatBoardDb db, string sql, Guid[] models, Func<NpgsqlDataReader, T> of, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = models, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add(of(reader));
        return rows;
    }
}
