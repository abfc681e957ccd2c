namespace ThreatBoard.Web.Ui.Markdown;

/// <summary>Which addresses in what people write may become links.</summary>
public static class OutsideLink
{
    /// <summary>For the <c>rel</c> of every such link.</summary>
    public const string Rel = "noopener noreferrer nofollow";

    /// <summary>The address to link to; null for what is relative, names another scheme than http, https and mailto, or is none.</summary>
    public static string? To(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" && !uri.UserInfo.Contains(':', StringComparison.Ordinal) ? uri.AbsoluteUri : null;
}
