using System.Text.Json;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The picture of a comparison, fetched as the diagram's is, and authorized as that.</summary>
public static class ComparisonSceneEndpoint
{
    public static void MapComparisonScene(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/models/{id:guid}/revisions/{range}/scene", GetAsync).RequireAuthorization();

    private static async Task<IResult> GetAsync(HttpContext http, Guid id, string range, string? grouping, string? side, Access access, ComparisonQuery comparisons)
    {
        var cancel = http.RequestAborted;
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForAsync(caller, id, Right.Read, cancel) is not { } allowed) return Results.NotFound();
        try
        {
            if (RevisionRange.Parse(range) is not { } parsed || await comparisons.RunAsync(allowed, parsed, cancel) is not { } compared) return Results.NotFound();
            http.Response.Headers.CacheControl = "no-store";
            var scene = ComparisonScene.Of(compared, SceneWords.ToGrouping(grouping), SceneWords.ToSide(side));
            return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(scene, SceneJson.Default.ComparisonScene), "application/json; charset=utf-8");
        }
        catch (DamagedRevisionException)
        {
            return Results.NotFound();
        }
    }
}
