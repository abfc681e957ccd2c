using System.Collections.Immutable;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>By what the triage table gathers its rows.</summary>
public enum ThreatGrouping
{
    None,
    Element,
    Stride,
    Status,
    Owner,
    Rule,
}

/// <summary>One line of the table: a row, or the heading above some rows.</summary>
public abstract record ThreatLine
{
    private ThreatLine()
    {
    }

    public sealed record Row(ThreatRow Threat) : ThreatLine;

    /// <param name="Worst">The worst residual risk below it.</param>
    public sealed record Heading(string Label, int Count, RiskBand Worst) : ThreatLine;
}

/// <summary>Gathers sorted rows under headings; the group that holds the first row comes first.</summary>
public static class ThreatGroups
{
    public static ImmutableArray<ThreatLine> Lines(IEnumerable<ThreatRow> sorted, ThreatGrouping by) =>
        by is ThreatGrouping.None
            ? [.. sorted.Select(row => new ThreatLine.Row(row))]
            : [.. sorted.GroupBy(row => KeyOf(row, by)).SelectMany(group => Gathered(group, by))];

    private static IEnumerable<ThreatLine> Gathered(IEnumerable<ThreatRow> group, ThreatGrouping by)
    {
        var rows = group.ToList();
        yield return new ThreatLine.Heading(LabelOf(rows[0], by), rows.Count, rows.Max(row => row.ResidualBand));
        foreach (var row in rows) yield return new ThreatLine.Row(row);
    }

    /// <summary>Two elements, or two people, of one name stay two groups.</summary>
    private static string KeyOf(ThreatRow row, ThreatGrouping by) => by switch
    {
        ThreatGrouping.Element => row.Threat.Subject.Ref.ToString(),
        ThreatGrouping.Rule => row.Rule,
        ThreatGrouping.Owner when row.Threat.Owner.Account is { } account => account.ToString(),
        _ => LabelOf(row, by),
    };

    private static string LabelOf(ThreatRow row, ThreatGrouping by) => by switch
    {
        ThreatGrouping.Element => row.SubjectTitle,
        ThreatGrouping.Stride => row.Threat.Category.Word(),
        ThreatGrouping.Status => row.State.Status.Word(),
        ThreatGrouping.Owner => row.OwnerName is { Length: > 0 } owner ? owner : "Nobody",
        _ => row.Rule is { Length: > 0 } rule ? $"{rule} · {row.Title}" : "Written by people",
    };
}
