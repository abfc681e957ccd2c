using System.Globalization;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>Lines of the security audit for a spreadsheet, which must not take anybody's text for a formula.</summary>
public static class AuditCsv
{
    public const string Header = "\"number\",\"at\",\"kind\",\"person\",\"person id\",\"workspace id\",\"address\",\"detail\",\"hash\"\r\n";

    public static string Line(AuditRow row) => CsvText.Line(
        row.Number.ToString(CultureInfo.InvariantCulture), row.At.UtcDateTime.ToString("o", CultureInfo.InvariantCulture), row.Kind, row.Person, row.PersonId?.ToString() ?? "",
        row.WorkspaceId?.ToString() ?? "", row.Address, row.Detail, Convert.ToHexStringLower(row.Hash));
}
