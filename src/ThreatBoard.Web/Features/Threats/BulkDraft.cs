using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>An edit of many threats that somebody has begun, with the threats that were selected.</summary>
/// <param name="To">Who carries a transferred risk.</param>
/// <param name="ClearDue">Whether the due days are to be taken away.</param>
/// <param name="TagsGone">Tags to take away, as typed.</param>
/// <param name="Threats">None where they were too many for a draft: then what was typed comes back with the next selection.</param>
public sealed record BulkDraft(string Treatment, string Reason, string To, Owner? Owner, DateOnly? Due, bool ClearDue, string Tags, string TagsGone, IReadOnlyList<Guid> Threats)
{
    /// <summary>Under which name it is kept.</summary>
    public const string Form = "bulk edit";

    /// <summary>Of their ids: as many as a draft has room for, beside the longest reason.</summary>
    public const int MostThreats = 100;

    public static BulkDraft Empty { get; } = new("", "", "", null, null, ClearDue: false, "", "", []);

    public bool IsEmpty => this with { Threats = [] } == Empty;

    public BulkEdit ToEdit() => new(
        Enum.TryParse<TreatmentKind>(Treatment, out var kind) ? new(kind, kind is TreatmentKind.Undecided ? "" : (Reason ?? "").Trim(), kind is TreatmentKind.Transfer ? (To ?? "").Trim() : "") : null,
        Owner,
        ClearDue ? DateOnly.MinValue : Due,
        TagsOf(Tags),
        TagsOf(TagsGone));

    private static ValueSet<string> TagsOf(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueSet();
}
