using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>Between password and second factor: a cookie that says, for five minutes, whose password was right. It opens nothing but the next question.</summary>
public sealed class HalfSignedIn(IDataProtectionProvider protection, ListenAddress listening)
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

    private string Name => listening.CookieName("half");

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/login", MaxAge = s_lifetime, IsEssential = true };
}
