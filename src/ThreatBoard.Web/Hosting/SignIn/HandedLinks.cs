using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>The addresses of one-time links that somebody hands over or mails.</summary>
public static class HandedLinks
{
    public const string Invitation = "/join";

    public const string NewPassword = "/reset";

    /// <summary>Under the configured address; without one as this page's own address begins, which is shown to its reader only.</summary>
    public static Uri To(string path, string token, PublicAddress configured, Uri here) => new(configured.Root ?? here, $"{path.TrimStart('/')}?token={Uri.EscapeDataString(token)}");
}
