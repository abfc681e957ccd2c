using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Hosting;

/// <summary>Names cookies after the port; under a public address with TLS they go over TLS only, and no neighbour of the host may write them.</summary>
/// <remarks>The options are made with the first request, when the port is known.</remarks>
public sealed class CookieNames(ListenAddress listening, PublicAddress configured) : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<AntiforgeryOptions>
{
    private const string OfThisHost = "__Host-";

    /// <summary>Whether browsers come over TLS only.</summary>
    public bool OnlyTls => configured.Root?.Scheme == Uri.UriSchemeHttps;

    public void PostConfigure(string? name, CookieAuthenticationOptions options) => Set(options.Cookie, "person", CookieSecurePolicy.Always);

    // A form that was asked for without TLS would be an error of ours under the stricter policy; here the browser drops the cookie.
    public void PostConfigure(string? name, AntiforgeryOptions options) => Set(options.Cookie, "form", CookieSecurePolicy.SameAsRequest);

    private void Set(CookieBuilder cookie, string what, CookieSecurePolicy underTls)
    {
        var secure = OnlyTls;
        cookie.Name = (secure ? OfThisHost : "") + listening.CookieName(what);
        cookie.Path = "/";
        cookie.SecurePolicy = secure ? underTls : CookieSecurePolicy.SameAsRequest;
    }
}
