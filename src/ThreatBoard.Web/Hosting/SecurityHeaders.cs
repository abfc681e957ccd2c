using Microsoft.Net.Http.Headers;

namespace ThreatBoard.Web.Hosting;

/// <summary>The headers of every response: pages, refusals, errors, static files and the circuit's negotiation.</summary>
public static class SecurityHeaders
{
    // Inline styles: Radzen and the drawing library set style attributes, and the latter adds one style element. No script is inline.
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
        "worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            Set(http.Response.Headers);
            // Where the request itself came by TLS, a known proxy's word included: a browser would not come back otherwise.
            if (http.Request.IsHttps && !Loopback.IsLoopback(http.Request.Host.Host)) http.Response.Headers.StrictTransportSecurity = OneYear;
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // Only what says itself how long it may be kept (static files) is kept.
        if (!headers.ContainsKey(HeaderNames.CacheControl) || headers.CacheControl.ToString().StartsWith("no-cache, no-store", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
    }
}
