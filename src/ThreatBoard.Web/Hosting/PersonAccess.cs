using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Hosting;

/// <summary>What the person of this circuit may do; asked anew for every operation.</summary>
public sealed class PersonAccess(AuthenticationStateProvider authentication, Access access)
{
    /// <summary>Null when there is no such model for this person, or not with this right.</summary>
    public async Task<ModelAccess?> ForAsync(Guid model, Right right, CancellationToken cancel) =>
        await PersonAsync() is { } person ? await access.ForAsync(person, model, right, cancel) : null;

    /// <summary>Null when the person belongs to no workspace that gives the right.</summary>
    public async Task<WorkspaceAccess?> ForWorkspaceAsync(Right right, CancellationToken cancel) =>
        await PersonAsync() is { } person ? await access.ForWorkspaceAsync(person, right, cancel) : null;

    private async Task<Guid?> PersonAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.Identity is not { IsAuthenticated: true } ? null
            : Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) ? person
            : Data.Database.LocalPerson;
    }
}
