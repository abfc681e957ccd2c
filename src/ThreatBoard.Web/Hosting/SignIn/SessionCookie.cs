using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>The cookie carries a session's id; a request counts as signed in while that session stands.</summary>
public sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    /// <summary>Begins a session for somebody who has proved who they are, and gives this browser its cookie: always a new one.</summary>
    public async Task<Session> SignInAsync(HttpContext http, Guid person, SignInMethod method, bool secondFactor)
    {
        var session = await sessions.StartAsync(
            person, method, secondFactor, http.Request.Headers.UserAgent.ToString(), http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        await http.SignInAsync(SessionClaims.PrincipalOf(session), new AuthenticationProperties { IsPersistent = true });
        return session;
    }

    /// <summary>Ends the session of this browser, in every tab of it.</summary>
    public async Task SignOutAsync(HttpContext http)
    {
        if (SessionClaims.CallerOf(http.User) is { Session: { } session } caller) await sessions.EndAsync(caller, session, http.RequestAborted);
        await http.SignOutAsync();
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsForEverybody(context.HttpContext)) return;
        if (SessionClaims.SessionOf(context.Principal!) is { } id && await sessions.FindAliveAsync(id, context.HttpContext.RequestAborted) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }

    /// <summary>Scripts and pictures need no look at the database; pages do, since the forms on them are bound to whoever is signed in.</summary>
    private static bool IsForEverybody(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata is { } about && about.GetMetadata<IAllowAnonymous>() is not null && about.GetMetadata<ComponentTypeMetadata>() is null;

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => LoginRedirect.Answer(context);
}
