using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The first picture of a diagram: too large for the circuit, and so fetched by an authorized GET, of which no browser keeps anything.</summary>
public static class SceneEndpoint
{
    public static void MapDiagramScene(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/models/{id:guid}/diagram/scene", GetAsync).RequireAuthorization();

    private static async Task<IResult> GetAsync(HttpContext http, Guid id, string? grouping, Access access, OpenDiagrams diagrams)
    {
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForAsync(caller, id, Right.Read, http.RequestAborted) is not { } allowed) return Results.NotFound();
        await using var lease = await diagrams.OpenAsync(allowed, SceneWords.ToGrouping(grouping));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(lease.Diagram.Json, "application/json; charset=utf-8");
    }
}
