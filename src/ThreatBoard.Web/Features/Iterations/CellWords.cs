using ThreatBoard.Domain.Coverage;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>Cells of the coverage by sign and in words; never told by colour alone.</summary>
internal static class CellWords
{
    public static string Sign(CellAnswer answer) => answer.State switch
    {
        CellState.Threatened => answer.Threats.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        CellState.NothingHere => "–",
        CellState.OutOfScope => "×",
        CellState.Outdated => "↻",
        _ => "?",
    };

    public static string Words(CellAnswer answer) => answer.State switch
    {
        CellState.Threatened => answer.Threats.Length == 1 ? $"1 threat: {answer.Threats[0].Title}" : $"{answer.Threats.Length} threats, such as: {answer.Threats[0].Title}",
        CellState.NothingHere => $"nothing here: {answer.Mark!.Word}",
        CellState.OutOfScope => $"out of scope: {answer.Mark!.Word}",
        CellState.Outdated => $"changed since somebody said: {answer.Mark!.Word}",
        _ => "nobody has looked yet",
    };

    public static string Look(CellState state) => state switch
    {
        CellState.Threatened => "threat",
        CellState.NothingHere => "nothing",
        CellState.OutOfScope => "scope",
        CellState.Outdated => "outdated",
        _ => "open",
    };
}
