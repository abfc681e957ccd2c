using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Web.Hosting;

/// <summary>Tells the security audit of files that leave with what a model holds.</summary>
internal static class ToldExports
{
    /// <param name="what">The file's name.</param>
    public static Task TellExportAsync(this SecurityAudit audit, HttpContext http, ModelAccess model, string what, CancellationToken cancel) => audit.AppendAsync(
        new(AuditKind.Exported, model.Person.Id, model.WorkspaceId, http.Connection.RemoteIpAddress?.ToString())
        {
            Detail = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["model"] = model.ModelId.ToString(), ["what"] = what },
        },
        cancel);
}
