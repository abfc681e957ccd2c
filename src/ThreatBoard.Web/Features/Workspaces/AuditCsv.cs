using System.Globalization;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>Lines of the security audit for a spreadsheet, which must not take anybody's text for a formula.</summary>
public static class AuditCsv
{
    public const string Header = "\"number\",\"at\",\"kind\",\"person\",\"person id\",\"workspace id\",\"address\",\"detail\",\"hash\"\r\n";

    public static string Line(AuditRow row) => string.Join(',', new[]
    {
        row.Number.ToString(CultureInfo.InvariantCulture), row.At.UtcDateTime.ToString("o", CultureInfo.InvariantCulture), row.Kind, row.Person, row.PersonId?.ToString() ?? "",
        row.WorkspaceId?.ToString() ?? "", row.Address, row.Detail, Convert.ToHexStringLower(row.Hash),
    }.Select(Cell)) + "\r\n";

    /// <summary>Quoted, and with an apostrophe before what a spreadsheet would reckon, behind blanks and quotes too.</summary>
    public static string Cell(string text)
    {
        var first = text.AsSpan().TrimStart(" \"'\u00a0");
        var guarded = first.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(first[0]) ? $"'{text}" : text;
        return $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
