using Microsoft.AspNetCore.Components.Authorization;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Hosting;

/// <summary>What the person of this circuit may do; asked anew for every operation.</summary>
public sealed class PersonAccess(AuthenticationStateProvider authentication, Access access)
{
    /// <summary>Null when there is no such model for this person, or not with this right.</summary>
    public async Task<ModelAccess?> ForAsync(Guid model, Right right, CancellationToken cancel) =>
        await CallerAsync() is { } caller ? await access.ForAsync(caller, model, right, cancel) : null;

    /// <summary>Null when there is no such workspace for this person, or not with this right.</summary>
    /// <param name="workspace">Null for the first, by name, that gives the right.</param>
    public async Task<WorkspaceAccess?> ForWorkspaceAsync(Guid? workspace, Right right, CancellationToken cancel) =>
        (await WorkspacesAsync(right, cancel)).FirstOrDefault(open => workspace is null || open.WorkspaceId == workspace);

    /// <summary>The workspaces that are open to this person with the right, by name.</summary>
    public async Task<IReadOnlyList<WorkspaceAccess>> WorkspacesAsync(Right right, CancellationToken cancel) =>
        await CallerAsync() is { } caller ? await access.WorkspacesAsync(caller, right, cancel) : [];

    /// <summary>Null where nobody is signed in any more.</summary>
    public async Task<Caller?> CallerAsync() => SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);
}
