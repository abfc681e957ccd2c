namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Everybody whom the peers of a rule speak of: classes of pods, and addresses outside.</summary>
internal sealed class PeerMatch(int classes)
{
    public Selection Pods { get; } = Selection.Nothing(classes);

    public AddressSet Addresses { get; private set; } = AddressSet.None;

    /// <summary>Addresses of which it may speak: a name outside is resolved only when it is used, a node may not have been read.</summary>
    public AddressSet MaybeAddresses { get; private set; } = AddressSet.None;

    public static PeerMatch Everybody(int classes) => new PeerMatch(classes).AddPods(Selection.Everything(classes)).AddAddresses(AddressSet.Of(AddressRange.Any));

    public PeerMatch AddPods(Selection pods)
    {
        Pods.Or(pods);
        return this;
    }

    public PeerMatch AddAddresses(AddressSet addresses)
    {
        Addresses = Addresses.Union(addresses);
        return this;
    }

    public void AddMaybe(AddressSet addresses) => MaybeAddresses = MaybeAddresses.Union(addresses);

    public (bool Sure, bool Maybe) Holds(Peer peer) => peer.Class is { } index
        ? (Pods.Sure[index], Pods.Maybe[index])
        : Addresses.Contains(peer.Range) ? (true, true) : (false, MaybeAddresses.Contains(peer.Range));
}
