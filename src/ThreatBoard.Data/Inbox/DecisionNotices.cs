namespace ThreatBoard.Data.Inbox;

/// <summary>Tells reviewers what waits for their decision, and owners what expires, has expired or is due for review; each once.</summary>
internal static class DecisionNotices
{
    /// <summary>Acceptances that are asked for and not decided, and approvals likewise, with whoever may decide; an author of the request is not among them.</summary>
    private const string Asked = """
        asked AS (
          SELECT model_id, id, 'threat' AS subject_kind, threat AS subject_id, requested_person AS asker, requested_name AS name, requested_at AS at, 'acceptance' AS word
          FROM acceptance WHERE decision_is_approved IS NULL AND ending_kind IS NULL
          UNION ALL
          SELECT model_id, id, 'model', '00000000-0000-0000-0000-000000000000', asked_person, asked_name, asked_at, 'revision' FROM approval WHERE decision_is_given IS NULL
        )
        """;

    /// <summary>Acceptances that hold or have expired, with whoever answers for the threat: its owner, alone or as a team, else whoever asked.</summary>
    private const string Held = """
        held AS (
          SELECT a.model_id, a.id, a.threat, t.title, a.terms_expires, a.ending_kind, a.ending_at, p.id AS person_id,
            (now() AT TIME ZONE w.time_zone)::date AS today
          FROM acceptance a
          JOIN threat t ON t.model_id = a.model_id AND t.id = a.threat
          JOIN model m ON m.id = a.model_id AND m.archived_at IS NULL
          JOIN workspace w ON w.id = m.workspace_id
          JOIN membership b ON b.workspace_id = m.workspace_id
          JOIN person p ON p.id = b.person_id AND p.disabled_at IS NULL
          WHERE a.decision_is_approved AND CASE t.owner_kind
            WHEN 'Person' THEN p.id = t.owner_account
            WHEN 'Team' THEN EXISTS (SELECT FROM team_member tm WHERE tm.team_id = t.owner_account AND tm.person_id = p.id AND tm.workspace_id = m.workspace_id)
            ELSE p.id = a.requested_person END
        )
        """;

    private const string Tell = $"""
        WITH {Asked}, {Held}, told AS (
          SELECT p.id AS person_id, asked.model_id, 'Approval' AS kind, 'decide:' || asked.id AS key, subject_kind, subject_id,
            coalesce((SELECT title FROM threat t WHERE t.model_id = asked.model_id AND t.id = asked.subject_id), '') AS title, asked.name AS by, word AS words, NULL::date AS due, asked.at
          FROM asked
          JOIN model m ON m.id = asked.model_id AND m.archived_at IS NULL
          JOIN membership b ON b.workspace_id = m.workspace_id AND b.role IN ('Reviewer', 'Owner')
          JOIN person p ON p.id = b.person_id AND p.disabled_at IS NULL
          WHERE p.id <> asked.asker
          UNION ALL
          SELECT person_id, model_id, 'Expiring', 'expiring:' || id, 'threat', threat, title, '', '', terms_expires, now()
          FROM held WHERE ending_kind IS NULL AND terms_expires BETWEEN today AND today + $2
          UNION ALL
          SELECT person_id, model_id, 'Expired', 'expired:' || id, 'threat', threat, title, '', '', terms_expires, ending_at FROM held WHERE ending_kind = 'Expired'
          UNION ALL
          SELECT p.id, r.model_id, 'Review', 'review:' || r.due_since, 'model', '00000000-0000-0000-0000-000000000000', m.name, '', '', r.due_since, now()
          FROM review_plan r
          JOIN model m ON m.id = r.model_id AND m.archived_at IS NULL
          JOIN membership b ON b.workspace_id = m.workspace_id
          JOIN person p ON p.id = b.person_id AND p.disabled_at IS NULL
          WHERE r.due_since IS NOT NULL AND CASE r.owner_kind
            WHEN 'Person' THEN p.id = r.owner_account
            WHEN 'Team' THEN EXISTS (SELECT FROM team_member tm WHERE tm.team_id = r.owner_account AND tm.person_id = p.id AND tm.workspace_id = m.workspace_id)
            ELSE b.role = 'Owner' END
        )
        INSERT INTO notice (id, person_id, model_id, kind, key, subject_kind, subject_id, title, by, words, due, at)
        SELECT gen_random_uuid(), person_id, model_id, kind, key, subject_kind, subject_id::uuid, left(title, 300), by, words, due, at
        FROM told WHERE $1 IS NULL OR model_id = ANY($1)
        ON CONFLICT (person_id, model_id, key) DO NOTHING RETURNING person_id
        """;

    /// <param name="days">How many days before its last day an acceptance is warned about.</param>
    /// <returns>Whose inbox has a new one.</returns>
    public static Task<IReadOnlyList<Guid>> TellAsync(ThreatBoardDb db, int days, CancellationToken cancel) => DueNotices.RunAsync(db, Tell, models: null, [days], cancel);
}
