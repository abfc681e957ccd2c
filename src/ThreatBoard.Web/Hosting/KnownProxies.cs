using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ThreatBoard.Web.Hosting;

/// <summary>The proxies in front of a server, whose word on where a request came from counts; nobody else's X-Forwarded-* does.</summary>
public static class KnownProxies
{
    /// <summary>Addresses or networks, such as <c>10.0.0.5 10.1.0.0/16</c>.</summary>
    public const string Setting = "ThreatBoard:KnownProxies";

    /// <returns>The problem with what is configured, or null.</returns>
    public static string? Problem(IConfiguration configuration) =>
        Words(configuration).FirstOrDefault(word => !IPAddress.TryParse(word, out _) && !System.Net.IPNetwork.TryParse(word, out _)) is { } wrong
            ? $"ThreatBoard__KnownProxies has “{wrong}”: give addresses or networks of the proxies in front of ThreatBoard, such as 10.0.0.5 or 10.1.0.0/16."
            : null;

    /// <summary>Takes address and scheme from them; never the host, which links do not begin with either.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var words = Words(app.Configuration);
        if (words.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var word in words)
        {
            if (IPAddress.TryParse(word, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(word));
        }

        app.UseForwardedHeaders(options);
    }

    private static string[] Words(IConfiguration configuration) => (configuration[Setting] ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
}
