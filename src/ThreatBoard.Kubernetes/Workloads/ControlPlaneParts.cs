using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>What was read of the control plane itself: its static pods, and the network plugin's.</summary>
public sealed class ControlPlaneParts
{
    private const string Home = "kube-system";

    /// <summary>Images of network plugins, and whether they enforce NetworkPolicies; null where it depends on the version.</summary>
    private static readonly Dictionary<string, bool?> s_networks = new(StringComparer.Ordinal)
    {
        ["calico/node"] = true, ["cilium/cilium"] = true, ["antrea/antrea-ubuntu"] = true, ["antrea/antrea-agent-ubuntu"] = true, ["weaveworks/weave-kube"] = true,
        ["cloudnativelabs/kube-router"] = true, ["kubeovn/kube-ovn"] = true, ["flannel/flannel"] = false, ["flannel-io/flannel"] = false, ["kindest/kindnetd"] = null, ["amazon-k8s-cni"] = null,
    };

    private readonly ImmutableArray<Container> _own;

    public ControlPlaneParts(Cluster cluster)
    {
        _own = [.. cluster.WorkloadsIn(Home).Where(IsOfControlPlane).SelectMany(w => w.Containers).Where(c => c.Role == ContainerRole.Main)];
        ApiServer = Named("kube-apiserver");
        Etcd = Named("etcd");
        Networks = [.. cluster.Workloads.SelectMany(w => w.Containers).Where(c => c.Role == ContainerRole.Main && NetworkOf(c) is not null)];
        Members = [.. _own.Concat(Networks).Select(c => c.Workload).Distinct()];
    }

    public Container? ApiServer { get; }

    public Container? Etcd { get; }

    /// <summary>Those besides the API server that are its clients.</summary>
    public IEnumerable<Container> Clients => _own.Where(c => Program(c) is "kube-controller-manager" or "kube-scheduler" or "cloud-controller-manager");

    public ImmutableArray<Container> Networks { get; }

    /// <summary>Every workload that belongs to the control plane.</summary>
    public ImmutableHashSet<Workload> Members { get; }

    /// <summary>The network plugins that are known to enforce NetworkPolicies, or not to.</summary>
    public IEnumerable<(Container Container, bool? Enforces)> NetworkPlugins => Networks.Select(c => (c, s_networks[NetworkOf(c)!]));

    private static bool IsOfControlPlane(Workload workload) =>
        (workload.IsStatic || workload.Labels.GetValueOrDefault("tier") == "control-plane")
        && workload.Containers.Any(c => Program(c) is "kube-apiserver" or "etcd" or "kube-controller-manager" or "kube-scheduler" or "cloud-controller-manager");

    private static string Program(Container container) => container.Image.Short is "etcd" or "kube-apiserver" or "kube-controller-manager" or "kube-scheduler" ? container.Image.Short : container.Name;

    private static string? NetworkOf(Container container) =>
        s_networks.Keys.FirstOrDefault(known => container.Image.Repository == known || container.Image.Repository.EndsWith($"/{known}", StringComparison.Ordinal));

    private Container? Named(string program) => _own.FirstOrDefault(c => Program(c) == program);
}
