using System.Text;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>A comparison as a file, for whoever may read the model; to others there is no such address.</summary>
internal static class ComparisonEndpoints
{
    private const string Path = "/models/{id:guid}/revisions/{range}/export";

    public static void MapComparisonExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Path}.md", (HttpContext http, Guid id, string range, ComparisonExport export) =>
            export.AnswerAsync(http, id, range, "md", "text/markdown; charset=utf-8", (compared, entries) => Encoding.UTF8.GetBytes(ComparisonMarkdown.Write(compared, entries)))).RequireAuthorization();
        routes.MapGet($"{Path}.json", (HttpContext http, Guid id, string range, ComparisonExport export) =>
            export.AnswerAsync(http, id, range, "json", "application/json; charset=utf-8", ComparisonJson.Write)).RequireAuthorization();
        routes.MapGet($"{Path}.csv", (HttpContext http, Guid id, string range, ComparisonExport export) =>
            export.AnswerAsync(http, id, range, "csv", "text/csv; charset=utf-8", (compared, _) => Encoding.UTF8.GetBytes(ComparisonCsv.Write(compared.Comparison)))).RequireAuthorization();
    }
}
