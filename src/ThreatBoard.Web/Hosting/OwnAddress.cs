using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Hosting;

/// <summary>Where links into ThreatBoard begin: the configured public address, else where this process listens; never what a request says its host is.</summary>
public sealed class OwnAddress(PublicAddress configured, ListenAddress listening)
{
    /// <summary>Ends with a slash.</summary>
    public Uri Root => configured.Root ?? listening.Url;

    /// <param name="path">Within ThreatBoard, such as <c>/login</c>.</param>
    public Uri LinkTo(string path) => new(Root, path.TrimStart('/'));
}
