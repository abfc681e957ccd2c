using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>What the cookie says: a person and a session; whether they still stand is asked of the database.</summary>
public static class SessionClaims
{
    private const string SessionClaim = "session";

    public static ClaimsPrincipal PrincipalOf(Session session) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, session.PersonId.ToString()), new(SessionClaim, session.Id.ToString())],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Null where nobody is signed in.</summary>
    public static Caller? CallerOf(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true } && PersonOf(user) is { } person && SessionOf(user) is { } session ? Caller.InSession(person, session) : null;

    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;

    private static Guid? PersonOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) ? person : null;
}
