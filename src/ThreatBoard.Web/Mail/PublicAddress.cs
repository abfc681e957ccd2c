namespace ThreatBoard.Web.Mail;

/// <summary>The address under which people reach ThreatBoard, as configured; links that leave the page are built from it and never from a request's Host header.</summary>
/// <param name="Root">Ends with a slash; null where nothing usable is configured.</param>
public sealed record PublicAddress(Uri? Root)
{
    public const string Setting = "ThreatBoard:PublicUrl";

    public static PublicAddress Of(IConfiguration configuration) =>
        new(Uri.TryCreate((configuration[Setting] ?? "").Trim().TrimEnd('/') + "/", UriKind.Absolute, out var root)
            && root.Scheme is "https" or "http" && root is { UserInfo: "", Query: "", Fragment: "" } ? root : null);

    /// <param name="path">Within ThreatBoard, such as <c>/inbox</c>.</param>
    /// <exception cref="InvalidOperationException">No public address is configured.</exception>
    public Uri LinkTo(string path) =>
        new(Root ?? throw new InvalidOperationException($"{Setting} is not set."), path.TrimStart('/'));
}
