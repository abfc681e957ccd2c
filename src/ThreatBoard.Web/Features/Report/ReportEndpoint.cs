using Microsoft.AspNetCore.Http.HttpResults;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Web.Hosting.SignIn;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Report;

/// <summary>A revision as one document for paper, for whoever may read the model; to others there is no such address. It needs no circuit, however long it is.</summary>
public static class ReportEndpoint
{
    public static IServiceCollection AddReport(this IServiceCollection services) => services.AddSingleton<ReportQuery>();

    public static void MapReport(this IEndpointRouteBuilder routes) => routes.MapGet("/models/{id:guid}/revisions/{number:int}/report", GetAsync).RequireAuthorization();

    private static async Task<IResult> GetAsync(HttpContext http, Guid id, int number, Access access, ReportQuery reports)
    {
        var cancel = http.RequestAborted;
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForAsync(caller, id, Right.Read, cancel) is not { } allowed) return Results.NotFound();
        try
        {
            if (await reports.RunAsync(allowed, number, cancel) is not { } report) return Results.NotFound();
            http.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<ReportDocument>(new { Report = report, Theme = Theme.Of(http.Request.Cookies[Theme.Cookie]) });
        }
        catch (DamagedRevisionException damaged)
        {
            return Results.Problem(damaged.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
