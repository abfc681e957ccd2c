using System.Text;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Lists;

/// <summary>Lists of a model as files for spreadsheets, as they are now or as a revision holds them; to those who may not read the model there is no such address.</summary>
public static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        foreach (var list in ModelList.All)
        {
            routes.MapGet($"/models/{{id:guid}}/export/{list.Name}.csv", (HttpContext http, Guid id, int? revision, Access access, LiveModels models, RevisionArchive archive, WorkspaceRules rules, SecurityAudit audit) =>
                AnswerAsync(list, http, id, revision, access, (read, cancel) => ContentAsync(read, revision, models, archive, cancel), rules, audit)).RequireAuthorization();
        }
    }

    private static async Task<IResult> AnswerAsync(
        ModelList list, HttpContext http, Guid id, int? revision, Access access, Func<ModelAccess, CancellationToken, Task<ModelContent?>> read, WorkspaceRules rules, SecurityAudit audit)
    {
        var cancel = http.RequestAborted;
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForAsync(caller, id, Right.Read, cancel) is not { } allowed) return Results.NotFound();
        try
        {
            if (await read(allowed, cancel) is not { } content) return Results.NotFound();
            http.Response.Headers.CacheControl = "no-store";
            var text = list.Write(content, (await rules.OfAsync(allowed, cancel)).Bands);
            var name = $"{list.Name}{(revision is { } number ? $"-revision-{number}" : "")}.csv";
            await audit.TellExportAsync(http, allowed, name, cancel);
            return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", name);
        }
        catch (DamagedRevisionException damaged)
        {
            return Results.Problem(damaged.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static async Task<ModelContent?> ContentAsync(ModelAccess access, int? revision, LiveModels models, RevisionArchive archive, CancellationToken cancel) =>
        revision is { } number ? await archive.ReadAsync(access, number, cancel) : (await models.ReadAsync(access, cancel)).Content;
}
