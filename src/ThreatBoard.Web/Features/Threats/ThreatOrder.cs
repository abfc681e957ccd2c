using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>By what the triage table is sorted.</summary>
public enum ThreatSort
{
    Priority,
    Title,
    Stride,
    Subject,
    Actor,
    Inherent,
    Residual,
    Status,
    Rule,
    Owner,
    Due,
    Age,
}

/// <summary>The order of the triage table; what one column leaves undecided, priority decides.</summary>
public sealed record ThreatOrder(ThreatSort By, bool Descending) : IComparer<ThreatRow>
{
    public static ThreatOrder Priority { get; } = new(ThreatSort.Priority, Descending: false);

    /// <summary>What a click on a column's heading asks for: that column, or the other direction of it.</summary>
    public ThreatOrder Clicked(ThreatSort column) =>
        column == By ? this with { Descending = !Descending } : new(column, Descending: column is ThreatSort.Inherent or ThreatSort.Residual);

    public int Compare(ThreatRow? x, ThreatRow? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var byColumn = By is ThreatSort.Priority ? ByPriority(x, y) : ByColumn(x, y);
        return (Descending ? -byColumn : byColumn) is var directed and not 0 ? directed : ByPriority(x, y);
    }

    /// <summary>Residual risk, highest first, and of what carries none the open questions before what is done; then exposure, nearest first; then age, oldest first.</summary>
    private static int ByPriority(ThreatRow x, ThreatRow y) =>
        y.State.ResidualScore.CompareTo(x.State.ResidualScore) is var byRisk and not 0 ? byRisk
        : x.State.ResidualScore == 0 && y.IsQuestion.CompareTo(x.IsQuestion) is var byQuestion and not 0 ? byQuestion
        : (x.Exposure ?? int.MaxValue).CompareTo(y.Exposure ?? int.MaxValue) is var byExposure and not 0 ? byExposure
        : x.Since.CompareTo(y.Since) is var byAge and not 0 ? byAge
        : x.Id.CompareTo(y.Id);

    private int ByColumn(ThreatRow x, ThreatRow y) => By switch
    {
        ThreatSort.Title => Text(x.Title, y.Title),
        ThreatSort.Stride => x.Threat.Category.CompareTo(y.Threat.Category),
        ThreatSort.Subject => Text(x.SubjectTitle, y.SubjectTitle),
        ThreatSort.Actor => Text(x.Actor, y.Actor),
        ThreatSort.Inherent => (x.State.Inherent?.Score ?? 0).CompareTo(y.State.Inherent?.Score ?? 0),
        ThreatSort.Residual => x.State.ResidualScore.CompareTo(y.State.ResidualScore),
        ThreatSort.Status => x.State.Status.CompareTo(y.State.Status),
        ThreatSort.Rule => Text(x.Rule, y.Rule),
        ThreatSort.Owner => Text(x.OwnerName, y.OwnerName),
        ThreatSort.Due => (x.Threat.Due ?? DateOnly.MaxValue).CompareTo(y.Threat.Due ?? DateOnly.MaxValue),
        _ => x.Since.CompareTo(y.Since),
    };

    /// <summary>What is empty comes last.</summary>
    private static int Text(string x, string y) => (x.Length, y.Length) switch
    {
        (0, 0) => 0,
        (0, _) => 1,
        (_, 0) => -1,
        _ => StringComparer.CurrentCultureIgnoreCase.Compare(x, y),
    };
}
