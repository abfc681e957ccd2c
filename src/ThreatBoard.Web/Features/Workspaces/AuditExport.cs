using ThreatBoard.Data;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>The security audit of the installation as a file, for administrators; to others there is no such address.</summary>
internal static class AuditExport
{
    public const string Path = "/audit/export.csv";

    public static void MapAuditExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, WriteAsync);

    private static async Task WriteAsync(HttpContext http, Access access, SecurityAudit audit, string? kind, string? person, string? from, string? to)
    {
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForInstallationAsync(caller, http.RequestAborted) is not { } installation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"security-audit.csv\"";
        await http.Response.WriteAsync(AuditCsv.Header, http.RequestAborted);
        await foreach (var row in audit.ExportAsync(installation, AuditQuery.Read(kind, person, from, to), http.RequestAborted))
            await http.Response.WriteAsync(AuditCsv.Line(row), http.RequestAborted);
    }
}
