using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SingleSignOn;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Features.Health;

/// <summary>What is configured, in words that hold no secret.</summary>
public sealed class HealthSettings(IConfiguration configuration, InstallationMode mode, PublicAddress configured, MailSettings mail, SingleSignOnSettings signOn)
{
    public bool IsServer => mode.IsServer;

    public bool HasTls => configured.Root?.Scheme == Uri.UriSchemeHttps;

    public string PublicAddress => configured.Root?.ToString() ?? "Not configured";

    public string KnownProxies => configuration[Hosting.KnownProxies.Setting] is { Length: > 0 } proxies ? proxies : "None";

    public string Mail => mail.IsConfigured ? mail.ToString() : "Not configured: links are handed over by hand";

    public string SingleSignOn => signOn.IsConfigured ? signOn.Issuer : "Not configured";
}
