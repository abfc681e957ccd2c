using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Address blocks of policy peers that mean every address, however they are written.</summary>
internal static class AnyAddress
{
    private static readonly AddressSet s_linkLocal = Blocks("169.254.169.254/32");
    private static readonly AddressSet s_linkLocal6 = Blocks("fd00:ec2::254/128");
    private static readonly AddressSet s_whole = Blocks("0.0.0.0/0");

    /// <summary>The blocks of a rule that are every address of a family, alone or as the halves of it; those with exceptions are left to who asks.</summary>
    public static IEnumerable<Cursor> AmongBlocks(IEnumerable<Cursor> peers)
    {
        var blocks = peers.Select(peer => peer["ipBlock"]).Where(block => block.Exists).ToList();
        var whole = blocks.Where(IsAny).ToList();
        if (whole.Count > 0 || blocks.Count < 2) return whole;
        var bare = blocks.Where(block => !block["except"].Items.Any()).Select(block => AddressRange.ParseBlock(block["cidr"].Text)).OfType<AddressRange>().ToList();
        return AddressSet.Internet.Intersect(s_whole).Except(AddressSet.Of(bare)).IsEmpty ? blocks : [];
    }

    /// <summary>Leaves out both the cloud's metadata address and private addresses.</summary>
    public static bool SparesInnerAddresses(Cursor block)
    {
        var spared = AddressSet.Of([.. block["except"].Texts().Select(AddressRange.ParseBlock).OfType<AddressRange>()]);
        var isIPv4 = AddressRange.ParseBlock(block["cidr"].Text)?.IsIPv4 == true;
        return Meets(spared, isIPv4 ? s_linkLocal : s_linkLocal6) && Meets(spared, AddressSet.Private);
    }

    private static bool IsAny(Cursor block) => block["cidr"].Text?.EndsWith("/0", StringComparison.Ordinal) == true && AddressRange.ParseBlock(block["cidr"].Text) is not null;

    private static bool Meets(AddressSet one, AddressSet other) => !one.Intersect(other).IsEmpty;

    private static AddressSet Blocks(string text) => AddressSet.Of(AddressRange.ParseBlock(text)!.Value);
}
