using System.Globalization;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Mitigations;

/// <summary>By what the mitigations are sorted.</summary>
public enum MitigationSort
{
    /// <summary>What is not done first, the earliest due day first, then what takes off most.</summary>
    Urgency,
    Title,
    Status,
    Owner,
    Due,
    Threats,
    Effect,
}

/// <summary>What of the table of mitigations stands in its address.</summary>
public sealed record MitigationsView(RowFilter<MitigationRow> Filter, MitigationSort Sort, bool Descending)
{
    /// <summary>The table as a file: what is filtered, in its order.</summary>
    public static ListChoice AsFile { get; } = new("mitigations", (content, wish) =>
        From(wish.Filter, wish.Sort).Shown(MitigationRow.Of(content, wish.Day.Today, wish.Owners), wish.Context).Select(row => row.Mitigation.Id.Value));

    public static MitigationsView From(string? filter, string? sort) =>
        new(
            MitigationFilter.Fields.Parse(filter),
            Enum.TryParse<MitigationSort>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : MitigationSort.Urgency,
            sort?.StartsWith('-') ?? false);

    /// <summary>The parameters for the address; null removes one that is as by default.</summary>
    public IReadOnlyDictionary<string, object?> ToParameters() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = Filter.IsEmpty ? null : Filter.Text,
        ["sort"] = Sort is MitigationSort.Urgency && !Descending ? null : (Descending ? "-" : "") + Sort.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    public MitigationsView Clicked(MitigationSort column) =>
        column == Sort ? this with { Descending = !Descending } : this with { Sort = column, Descending = column is MitigationSort.Effect or MitigationSort.Threats };

    public IReadOnlyList<MitigationRow> Shown(IEnumerable<MitigationRow> rows, FilterContext context)
    {
        var passing = rows.Where(row => Filter.Passes(row, context)).OrderBy(row => row.Mitigation.Id);
        var urgent = passing.OrderBy(row => row.Mitigation.IsDone).ThenBy(row => row.Mitigation.Due ?? DateOnly.MaxValue).ThenByDescending(row => row.TakesOff);
        return [.. Sort switch
        {
            MitigationSort.Title => Directed(urgent, row => row.Mitigation.Title),
            MitigationSort.Status => Directed(urgent, row => row.Mitigation.Status),
            MitigationSort.Owner => Directed(urgent, row => row.OwnerName),
            MitigationSort.Due => Directed(urgent, row => row.Mitigation.Due ?? DateOnly.MaxValue),
            MitigationSort.Threats => Directed(urgent, row => row.Threats.Length),
            MitigationSort.Effect => Directed(urgent, row => row.TakesOff),
            _ => Descending ? urgent.Reverse() : urgent,
        }];
    }

    private IOrderedEnumerable<MitigationRow> Directed<TKey>(IEnumerable<MitigationRow> rows, Func<MitigationRow, TKey> key) =>
        Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
