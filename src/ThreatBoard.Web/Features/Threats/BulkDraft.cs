using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>An edit of many threats that somebody has begun, with the threats that were selected.</summary>
/// <param name="Threats">None where they were too many for a draft: then what was typed comes back with the next selection.</param>
public sealed record BulkDraft(string Treatment, string Reason, Owner? Owner, DateOnly? Due, string Tags, IReadOnlyList<Guid> Threats)
{
    /// <summary>Under which name it is kept.</summary>
    public const string Form = "bulk edit";

    /// <summary>Of their ids: as many as a draft has room for, beside the longest reason.</summary>
    public const int MostThreats = 100;

    public static BulkDraft Empty { get; } = new("", "", null, null, "", []);

    public bool IsEmpty => (Treatment, Reason, Owner, Due, Tags) == ("", "", null, null, "");
}
