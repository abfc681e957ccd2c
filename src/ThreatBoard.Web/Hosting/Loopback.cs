using System.Net;

namespace ThreatBoard.Web.Hosting;

/// <summary>Keeps the server on this machine unless somebody said otherwise in so many words.</summary>
public static class Loopback
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The setting by which a container, which is its own machine, listens on all its addresses.</summary>
    public const string Setting = "ThreatBoard:ListenOnAllAddresses";

    /// <returns>The problem with what is configured, or null.</returns>
    public static string? Problem(IConfiguration configuration)
    {
        if (configuration.GetValue<bool>(Setting))
            return null;
        var outside = Configured(configuration).FirstOrDefault(url => !IsLoopback(BindingAddress.Parse(url).Host));
        return outside is null
            ? null
            : $"ThreatBoard has no accounts yet and so listens on this machine only, not on {outside}. " +
              "Use http://127.0.0.1:PORT; in a container set ThreatBoard__ListenOnAllAddresses=true and publish the port on 127.0.0.1.";
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ||
        (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static IReadOnlyList<string> Configured(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } urls ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
        : (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } ports ? [.. ports.Select(port => $"http://*:{port}")]
        : [Default];
}
