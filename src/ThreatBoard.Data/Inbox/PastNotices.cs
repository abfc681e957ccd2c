namespace ThreatBoard.Data.Inbox;

/// <summary>What has been decided, done or put off waits for nobody any more: such notices count as read.</summary>
internal static class PastNotices
{
    private const string Settle = $"""
        WITH {DueNotices.OpenWork}
        UPDATE notice n SET read_at = now()
        WHERE n.read_at IS NULL AND ($1 IS NULL OR n.model_id = ANY($1)) AND (
          (n.kind = 'ChangeSet' AND NOT EXISTS (SELECT FROM import_proposal p WHERE n.key = 'changes:' || p.id AND p.model_id = n.model_id AND p.state = 'Pending'))
          OR (n.kind IN ('Due', 'Overdue') AND NOT EXISTS (
            SELECT FROM owned o WHERE o.model_id = n.model_id AND o.kind = n.subject_kind AND o.id = n.subject_id AND o.due = n.due AND o.person_id = n.person_id))
          OR (n.kind = 'Due' AND n.due < current_date)
          OR (n.kind = 'Approval' AND NOT EXISTS (
            SELECT FROM acceptance a WHERE n.key = 'decide:' || a.id AND a.model_id = n.model_id AND a.decision_is_approved IS NULL AND a.ending_kind IS NULL
            UNION ALL SELECT FROM approval a WHERE n.key = 'decide:' || a.id AND a.model_id = n.model_id AND a.decision_is_given IS NULL))
          OR (n.kind = 'Expiring' AND NOT EXISTS (SELECT FROM acceptance a WHERE n.key = 'expiring:' || a.id AND a.model_id = n.model_id AND a.ending_kind IS NULL))
          OR (n.kind = 'Review' AND NOT EXISTS (SELECT FROM review_plan r WHERE r.model_id = n.model_id AND r.due_since = n.due)))
        RETURNING n.person_id
        """;

    /// <param name="models">Where to look; null for everywhere.</param>
    /// <returns>Whose inbox has changed.</returns>
    public static Task<IReadOnlyList<Guid>> SettleAsync(ThreatBoardDb db, Guid[]? models, CancellationToken cancel) => DueNotices.RunAsync(db, Settle, models, [], cancel);
}
