using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Api;

/// <summary>The API for programs, version 1: what it is made of and where it is found.</summary>
public static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    private const string Document = "v1";
    private const string Limit = "api";

    // A pipeline imports a few times an hour: what asks more than twice a second has a fault.
    private static readonly SlidingWindowRateLimiterOptions s_limit = new() { PermitLimit = 120, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 };

    public static void AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, configureOptions: null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in TokenScope.All)
            authorization.AddPolicy(scope, policy => policy.AddAuthenticationSchemes(TokenAuthentication.Name).RequireClaim(TokenAuthentication.ScopeClaim, scope));
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Limit, PartitionOf);
        });
        services.AddOpenApi(Document, OpenApiDescription.Describe);
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix).RequireRateLimiting(Limit).DisableAntiforgery();
        api.MapGet("/models", ModelsEndpoint.GetAsync).RequireAuthorization(TokenScope.ReadModels)
            .WithName("listModels").WithSummary("Lists the models of the token's workspace");
        api.MapPost("/models/{id:guid}/imports", ImportsEndpoint.PostAsync).RequireAuthorization(TokenScope.WriteImports)
            .WithName("importManifests").WithSummary("Stores manifests as a change set that waits for a person")
            .AddOpenApiOperationTransformer(OpenApiDescription.WithManifestBody)
            .Produces<ApiImport>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization();
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http) => RateLimitPartition.GetSlidingWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "", _ => s_limit);
}
