using Microsoft.AspNetCore.Http.HttpResults;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Api;

/// <summary>Lists the models of the token's workspace, so that a program finds the id to import into.</summary>
internal static class ModelsEndpoint
{
    public static async Task<Ok<ApiModels>> GetAsync(HttpContext http, Access access, WorkspaceModels models)
    {
        var found = new List<ApiModel>();
        foreach (var workspace in await access.WorkspacesAsync(TokenAuthentication.CallerOf(http), Right.Read, http.RequestAborted))
            found.AddRange((await models.ListAsync(workspace, archived: false, http.RequestAborted))
                .Select(model => new ApiModel(model.Id, model.Name, model.Components, model.OpenThreats, model.ResidualScore, model.UpdatedAt)));
        return TypedResults.Ok(new ApiModels(found));
    }
}
