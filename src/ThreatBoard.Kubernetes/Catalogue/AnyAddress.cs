using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Address blocks of policy peers that mean every address.</summary>
internal static class AnyAddress
{
    private static readonly string[] s_linkLocal = ["169.254.", "fe80:"];
    private static readonly string[] s_private = ["10.", "172.16.", "192.168.", "fc00:", "fd"];

    public static bool IsAny(Cursor block) => block["cidr"].Text is "0.0.0.0/0" or "::/0";

    /// <summary>Leaves out both link-local (the cloud's metadata address) and private addresses.</summary>
    public static bool SparesInnerAddresses(Cursor block)
    {
        var except = block["except"].Texts();
        return except.Any(e => StartsWithAny(e, s_linkLocal)) && except.Any(e => StartsWithAny(e, s_private));
    }

    private static bool StartsWithAny(string text, string[] starts) => Array.Exists(starts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
