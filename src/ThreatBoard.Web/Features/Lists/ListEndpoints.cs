using System.Text;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Lists;

/// <summary>Lists of a model as files for spreadsheets, as they are now or as a revision holds them; to those who may not read the model there is no such address.</summary>
public static class ListEndpoints
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services.AddSingleton<ListFiles>();

    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        foreach (var list in ModelList.All)
        {
            routes.MapGet($"/models/{{id:guid}}/export/{list.Name}.csv", (HttpContext http, Guid id, [AsParameters] ListQuery query, Access access, ListFiles files, SecurityAudit audit) =>
                AnswerAsync(list, http, id, query, access, files, audit)).RequireAuthorization();
        }
    }

    private static async Task<IResult> AnswerAsync(ModelList list, HttpContext http, Guid id, ListQuery query, Access access, ListFiles files, SecurityAudit audit)
    {
        var cancel = http.RequestAborted;
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForAsync(caller, id, Right.Read, cancel) is not { } allowed) return Results.NotFound();
        try
        {
            if (await files.WriteAsync(list, allowed, query, cancel) is not { } text) return Results.NotFound();
            http.Response.Headers.CacheControl = "no-store";
            var name = $"{list.Name}{(query.Revision is { } number ? $"-revision-{number}" : "")}.csv";
            await audit.TellExportAsync(http, allowed, name, cancel);
            return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", name);
        }
        catch (DamagedRevisionException damaged)
        {
            return Results.Problem(damaged.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
