using System.Net;

namespace ThreatBoard.Web.Hosting;

/// <summary>Keeps a local installation, which asks for no password, on this machine.</summary>
public static class Loopback
{
    public const string Default = "http://127.0.0.1:5080";

    /// <returns>The problem with what is configured, or null.</returns>
    public static string? Problem(IConfiguration configuration)
    {
        if (InstallationMode.Of(configuration).IsServer)
            return null;
        var outside = Configured(configuration).Concat(Endpoints(configuration)).FirstOrDefault(url => !IsLoopback(BindingAddress.Parse(url).Host));
        return outside is null
            ? null
            : $"A local installation has no accounts and so listens on this machine only, not on {outside}. Use http://127.0.0.1:PORT. " +
              "For a team start a server installation: set ThreatBoard__Mode=Server for a new database, or turn this one into a server with scripts/to-server.";
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ||
        (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static IReadOnlyList<string> Configured(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } urls ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
        : (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } ports ? [.. ports.Select(port => $"http://*:{port}")]
        : [Default];

    // What the web server itself would read past the urls.
    private static IEnumerable<string> Endpoints(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
}
