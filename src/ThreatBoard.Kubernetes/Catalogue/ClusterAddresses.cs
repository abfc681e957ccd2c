using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The addresses that pods and Services of the cluster have, as far as they were read.</summary>
internal sealed class ClusterAddresses
{
    private static readonly string[] s_arguments = ["--cluster-cidr=", "--service-cluster-ip-range="];
    private readonly AddressSet _networks;
    private readonly AddressSet _single;

    private ClusterAddresses(AddressSet networks, AddressSet single) => (_networks, _single) = (networks, single);

    public bool IsEmpty => _networks.IsEmpty && _single.IsEmpty;

    public static ClusterAddresses Of(Cluster cluster) => new(
        AddressSet.Of([.. Ranges(cluster.All("Node").SelectMany(node => node["spec"]["podCIDRs"].Texts().Append(node["spec"]["podCIDR"].Text ?? "")).Concat(Arguments(cluster)), AddressRange.ParseBlock)]),
        AddressSet.Of([.. Ranges(Pods(cluster).Concat(cluster.Services.SelectMany(service => service.Spec["clusterIPs"].Texts().Append(service.Spec["clusterIP"].Text ?? ""))), AddressRange.ParseAddress)]));

    /// <summary>The block lies in a network of the cluster, or is a private one that holds an address of it.</summary>
    public bool Meets(Cursor block)
    {
        if (AddressRange.ParseBlock(block["cidr"].Text) is not { } range) return false;
        var left = AddressSet.OfBlock(range).Except(AddressSet.Of([.. Ranges(block["except"].Texts(), AddressRange.ParseBlock)]));
        return _networks.Contains(range) || (AddressSet.Private.Contains(range) && !left.Intersect(_single).IsEmpty);
    }

    /// <summary>Pods in the network of their node have the node's address.</summary>
    private static IEnumerable<string> Pods(Cluster cluster) =>
        cluster.All("Pod").Where(pod => pod["spec"]["hostNetwork"].Flag != true)
            .SelectMany(pod => pod["status"]["podIPs"].Items.Select(at => at["ip"].Text ?? "").Append(pod["status"]["podIP"].Text ?? ""));

    private static IEnumerable<string> Arguments(Cluster cluster) =>
        from container in cluster.WorkloadsIn("kube-system").SelectMany(workload => workload.Containers)
        from argument in container.At["command"].Texts().Concat(container.At["args"].Texts())
        let name = Array.Find(s_arguments, name => argument.StartsWith(name, StringComparison.Ordinal))
        where name is not null
        from block in argument[name.Length..].Split(',')
        select block;

    private static ImmutableArray<AddressRange> Ranges(IEnumerable<string> texts, Func<string?, AddressRange?> parse) => [.. texts.Where(text => text.Length > 0).Select(text => parse(text)).OfType<AddressRange>()];
}
