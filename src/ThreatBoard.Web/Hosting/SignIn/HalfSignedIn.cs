using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>Between password and second factor: a cookie that says, for five minutes, whose password was right. It opens nothing but the next question.</summary>
public sealed class HalfSignedIn(IDataProtectionProvider protection, ListenAddress listening, CookieNames names)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("ThreatBoard.HalfSignedIn").ToTimeLimitedDataProtector();

    public void Remember(HttpContext http, Guid person) => http.Response.Cookies.Append(Name, _protector.Protect(person.ToString(), s_lifetime), Options(http));

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    /// <returns>Null where nobody's password was right within the last five minutes.</returns>
    public Guid? PersonOf(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } kept && Guid.TryParse(_protector.Unprotect(kept), out var person) ? person : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // No __Host- before it, which would ask for the whole site as its path.
    private string Name => (names.OnlyTls ? "__Secure-" : "") + listening.CookieName("half");

    private CookieOptions Options(HttpContext http) => new() { HttpOnly = true, Secure = names.OnlyTls || http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/login", MaxAge = s_lifetime, IsEssential = true };
}
