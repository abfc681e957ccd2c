using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using ThreatBoard.Data.Live;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>Who sits at this circuit: nobody any more once the session has ended.</summary>
public sealed class CircuitPerson : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly AuthenticationState s_nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly SessionWatch _watch;
    private Subscription? _watching;

    public CircuitPerson(SessionWatch watch)
    {
        _watch = watch;
        AuthenticationStateChanged += Follow;
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= Follow;
        _watching?.Dispose();
    }

    // The host says once who sits here, when the circuit opens.
    private void Follow(Task<AuthenticationState> state)
    {
        _watching?.Dispose();
        _watching = state.IsCompletedSuccessfully && SessionClaims.SessionOf(state.Result.User) is { } session
            ? _watch.Watch(session, () => SetAuthenticationState(Task.FromResult(s_nobody)))
            : null;
    }
}
