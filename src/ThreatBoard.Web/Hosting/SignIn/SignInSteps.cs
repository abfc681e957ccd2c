using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>The last step of every way to sign in: a new session, its line in the security audit, and on to where the person wanted to go.</summary>
public sealed class SignInSteps(SessionCookie cookie, SecurityAudit audit, HalfSignedIn half)
{
    public HalfSignedIn Half => half;

    /// <summary>Where a request came from, as this server saw it.</summary>
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <param name="returnUrl">As the request had it; followed only where it leads to a page of ours.</param>
    public async Task<IResult> FinishAsync(HttpContext http, Guid person, SignInMethod method, bool secondFactor, string? returnUrl)
    {
        await BeginAsync(http, person, method, secondFactor);
        return Results.LocalRedirect(ReturnAddress.Local(returnUrl));
    }

    /// <summary>The same for a page, which goes on by itself.</summary>
    /// <param name="by">What vouched for the person, for the audit, where it was not ThreatBoard itself.</param>
    public async Task BeginAsync(HttpContext http, Guid person, SignInMethod method, bool secondFactor, string? by = null)
    {
        half.Forget(http);
        await cookie.SignInAsync(http, person, method, secondFactor);
        var signedIn = new AuditEvent(AuditKind.SignedIn, person, Address: AddressOf(http));
        await audit.AppendAsync(by is null ? signedIn : signedIn with { Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = by } }, http.RequestAborted);
    }
}
