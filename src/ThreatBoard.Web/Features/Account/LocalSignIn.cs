using Microsoft.AspNetCore.Mvc;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Local mode: whoever holds a fresh link from the terminal is the one person of this ThreatBoard.</summary>
public static class LocalSignIn
{
    public static void AddLocalSignIn(this IServiceCollection services, InstallationMode mode)
    {
        services.AddSingleton<LoginLinks>();
        services.AddSingleton<ResetMail>().AddHostedService(provider => provider.GetRequiredService<ResetMail>());
        if (!mode.IsServer) services.AddHostedService<LinkAnnouncement>();
    }

    public static void MapLocalSignIn(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<InstallationMode>().IsServer) routes.MapPost("/login/confirm", ConfirmAsync).AllowAnonymous();
        routes.MapPost("/logout/confirm", LeaveAsync);
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, LoginLinks links, Installations installations, SessionCookie cookie, SecurityAudit audit, [FromForm] string? token)
    {
        var address = http.Connection.RemoteIpAddress?.ToString();
        // Another process may have turned this installation into a server while this one runs: then no link logs in any more.
        if ((await installations.GetAsync(http.RequestAborted)).Kind is InstallationKind.Server) return Results.LocalRedirect("/login?problem=unknown");
        if (links.Consume(token) is var found and not LinkState.Valid)
        {
            await audit.AppendAsync(new(AuditKind.SignInRefused, Person: null, Address: address), http.RequestAborted);
            return Results.LocalRedirect($"/login?problem={found.ToString().ToLowerInvariant()}");
        }

        await cookie.SignInAsync(http, Data.Database.LocalPerson, SignInMethod.Link, secondFactor: false);
        await audit.AppendAsync(new(AuditKind.SignedIn, Data.Database.LocalPerson, Address: address), http.RequestAborted);
        return Results.LocalRedirect("/");
    }

    // The form parameter makes the endpoint ask for an antiforgery token.
    private static async Task<IResult> LeaveAsync(HttpContext http, SessionCookie cookie, SecurityAudit audit, [FromForm] string? from)
    {
        await audit.AppendAsync(new(AuditKind.SignedOut, SessionClaims.CallerOf(http.User)?.Person, Address: http.Connection.RemoteIpAddress?.ToString()), http.RequestAborted);
        await cookie.SignOutAsync(http);
        // What the browser kept of pages and preferences goes with the session.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.LocalRedirect("/login?problem=left");
    }
}
