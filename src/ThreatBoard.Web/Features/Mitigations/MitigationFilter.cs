using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Mitigations;

/// <summary>The fields by which mitigations are filtered; the one place that names them all.</summary>
public static class MitigationFilter
{
    public static FilterFields<MitigationRow> Fields { get; } = new FilterFields<MitigationRow>(Texts)
        .Field("status", Status)
        .Owner("owner", row => row.Mitigation.Owner)
        .Due("due", row => row.Mitigation.Due, (row, today) => row.IsOverdue(today))
        .AnyOf("tag", row => row.Mitigation.Tags)
        .Number("threats", row => row.Threats.Length);

    private static IEnumerable<string> Texts(MitigationRow row) => row.Threats.Select(threat => threat.Title).Concat([row.Mitigation.Title, row.OwnerName]);

    /// <summary><c>status:open</c> is whatever is not implemented yet, <c>status:done</c> the rest.</summary>
    private static FilterTerm<MitigationRow> Status(FilterWord word) => word.Value.ToLowerInvariant() switch
    {
        "open" => new((row, _) => !row.Mitigation.IsDone),
        "done" => new((row, _) => row.Mitigation.IsDone),
        _ => FilterFields<MitigationRow>.ChoiceTerm(word, row => row.Mitigation.Status, "open, done, "),
    };
}
