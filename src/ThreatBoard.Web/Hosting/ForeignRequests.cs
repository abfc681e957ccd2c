using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Hosting;

/// <summary>
/// Refuses a Host that is not ours (a foreign name that resolves to this machine) and an Origin that is not the Host
/// (another site's page in the same browser), for every address, the circuit's included.
/// </summary>
public static class ForeignRequests
{
    /// <summary>Host names, without port, that are ours beside those of this machine.</summary>
    public const string Setting = "ThreatBoard:HostNames";

    public static IApplicationBuilder UseForeignRequestRefusal(this IApplicationBuilder app, IConfiguration configuration)
    {
        var ours = (configuration[Setting] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var root = PublicAddress.Of(configuration).Root;
        if (root is not null) ours.Add(root.Host);
        var origin = root?.GetLeftPart(UriPartial.Authority);
        return app.Use(async (http, next) =>
        {
            var host = http.Request.Host;
            if (!host.HasValue || !(Loopback.IsLoopback(host.Host) || ours.Contains(host.Host)))
                await RefuseAsync(http, StatusCodes.Status400BadRequest, "This host name is not served here. Use the link that ThreatBoard printed.");
            else if (IsForeign(http.Request, origin))
                await RefuseAsync(http, StatusCodes.Status403Forbidden, "This request comes from another site.");
            else
                await next(http);
        });
    }

    // Behind a proxy that ends TLS and is not a known one, the request itself says http.
    private static bool IsForeign(HttpRequest request, string? ours)
    {
        var origins = request.Headers.Origin;
        return origins.Count > 0 &&
            !(origins is [{ } origin] && (Same(origin, $"{request.Scheme}://{request.Host.Value}") || (ours is not null && Same(origin, ours))));
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(why);
    }
}
