namespace ThreatBoard.Web.Ui;

/// <summary>Lines for a spreadsheet, which must not take anybody's text for a formula.</summary>
public static class CsvText
{
    /// <summary>The cells, each quoted, and the end of the line.</summary>
    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Quoted, and with an apostrophe before what a spreadsheet would reckon, behind blanks and quotes too.</summary>
    public static string Cell(string text)
    {
        var first = text.AsSpan().TrimStart(" \"'\u00a0");
        var guarded = first.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(first[0]) ? $"'{text}" : text;
        return $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
