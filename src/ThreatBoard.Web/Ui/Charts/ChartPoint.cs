namespace ThreatBoard.Web.Ui.Charts;

/// <summary>One day of a curve.</summary>
public sealed record ChartPoint(DateOnly Day, int Value);

/// <summary>A numbered mark on a curve; the list beside the chart says what it stands for.</summary>
public sealed record ChartMark(int Number, DateOnly Day, string Words);
