using Microsoft.AspNetCore.Components.Authorization;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting.Rights;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Hosting;

/// <summary>What the person of this circuit may do; asked anew for every operation.</summary>
public sealed class PersonAccess(AuthenticationStateProvider authentication, Access access, CircuitRights rights)
{
    /// <summary>Null when there is no such model for this person, or not with this right.</summary>
    public async Task<ModelAccess?> ForAsync(Guid model, Right right, CancellationToken cancel) =>
        await CallerAsync() is { } caller ? await access.ForAsync(caller, model, right, cancel) : null;

    /// <summary>Null when there is no such workspace for this person, or not with this right.</summary>
    /// <param name="workspace">Null for the first, by name, that gives the right.</param>
    public async Task<WorkspaceAccess?> ForWorkspaceAsync(Guid? workspace, Right right, CancellationToken cancel)
    {
        if (await CallerAsync() is not { } caller) return null;
        // Where none gives the right, asking for one that can be read says so to the security audit.
        var wanted = workspace ?? await FirstAsync(right, cancel) ?? await FirstAsync(Right.Read, cancel);
        return wanted is { } one ? await access.ForWorkspaceAsync(caller, one, right, cancel) : null;
    }

    /// <summary>The workspaces that are open to this person with the right, by name.</summary>
    public async Task<IReadOnlyList<WorkspaceAccess>> WorkspacesAsync(Right right, CancellationToken cancel) =>
        await CallerAsync() is { } caller ? await access.WorkspacesAsync(caller, right, cancel) : [];

    /// <summary>The person's workspaces that stay shut because this session has shown no second factor, by name.</summary>
    public async Task<IReadOnlyList<string>> ShutWithoutSecondFactorAsync(CancellationToken cancel) =>
        await CallerAsync() is { } caller ? await access.ShutWithoutSecondFactorAsync(caller, cancel) : [];

    /// <summary>Null when this person does not look after the installation.</summary>
    public async Task<InstallationAccess?> ForInstallationAsync(CancellationToken cancel) =>
        await CallerAsync() is { } caller ? await access.ForInstallationAsync(caller, cancel) : null;

    /// <summary>Tells when the person's roles have changed, within seconds: what is offered is to be asked anew.</summary>
    /// <param name="changed">Called on another thread; it must neither block nor throw. Dispose the handle to end it.</param>
    public Task<Subscription> FollowAsync(Action changed) => rights.SubscribeAsync(changed);

    /// <summary>Null where nobody is signed in any more.</summary>
    public async Task<Caller?> CallerAsync() => SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);

    private async Task<Guid?> FirstAsync(Right right, CancellationToken cancel) =>
        await WorkspacesAsync(right, cancel) is [var first, ..] ? first.WorkspaceId : null;
}
