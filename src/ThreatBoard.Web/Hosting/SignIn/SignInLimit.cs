using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>How often one address may try to sign in, to join, or to choose a new password, whichever account it tries.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    /// <summary>Tries a minute of one address; a whole office may share one.</summary>
    public const string Setting = "ThreatBoard:SignIn:PerMinute";

    public const int Default = 30;

    private const int Segments = 6;
    private const int NetworkBytes = 8;

    public static void AddSignInLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue(Setting, Default);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = static async (refused, cancel) =>
            {
                if (refused.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName != Policy) return;
                refused.HttpContext.Response.Headers.RetryAfter = "60";
                refused.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
                await refused.HttpContext.Response.WriteAsync("There were too many tries from this address. Wait a minute, then go back and try again.", cancel);
            };
            limits.AddPolicy(Policy, http => Of(http, most));
        });
    }

    // Looking at a page is free; only what is sent is counted.
    private static RateLimitPartition<string> Of(HttpContext http, int most) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetSlidingWindowLimiter(NetworkOf(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Segments })
        : RateLimitPartition.GetNoLimiter("");

    // Whoever has one address of IPv6 has 2^64 of them.
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
