using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ThreatBoard.Web.Api;

/// <summary>What the OpenAPI document says beside the operations: the title, and that a token is needed.</summary>
internal static class OpenApiDescription
{
    /// <summary>The body of an import: said here, since metadata of accepted types would answer before the token is looked at.</summary>
    public static Task WithManifestBody(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = $"Kubernetes manifests: YAML with any number of documents, JSON, or a zip of a folder. Send {ImportRequest.KeyHeader} to make repeating safe.",
            Content = ImportRequest.Types.ToDictionary(type => type, _ => new OpenApiMediaType(), StringComparer.Ordinal),
        };
        return Task.CompletedTask;
    }

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = operation => operation.RelativePath?.StartsWith(ApiRoutes.Prefix[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "ThreatBoard", Version = "1", Description = "For programs. Send a personal access token as Authorization: Bearer tb_…" };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token" },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
