using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>Knows the parts of Kubernetes, and of what clusters usually come with, by their names and labels.</summary>
internal static class SystemParts
{
    private static readonly string[] s_names =
    [
        "kube-", "coredns", "etcd", "cloud-controller-manager", "cloud-node-manager", "storage-provisioner", "metrics-server", "konnectivity", "calico", "cilium", "hubble",
        "canal", "flannel", "weave", "kindnet", "antrea", "aws-", "ebs-csi", "efs-csi", "eks-", "azure", "csi-", "gke-", "pdcsi", "fluentbit-gke", "l7-", "event-exporter",
        "local-path-provisioner", "nodelocaldns", "node-local-dns", "cluster-autoscaler", "cluster-proportional-autoscaler", "nvidia-", "multus", "tigera-", "traefik", "svclb-", "helm-install-",
        "snapshot-controller", "dns-", "node-problem-detector", "secrets-store", "vsphere-", "openstack-",
    ];

    /// <summary>A name alone can be imitated: what is known is left out, not trusted.</summary>
    public static bool IsOne(Workload workload) =>
        workload.Object.Labels.ContainsKey("addonmanager.kubernetes.io/mode")
        || workload.Object.Labels.GetValueOrDefault("kubernetes.io/cluster-service") == "true"
        || workload.Object.Labels.GetValueOrDefault("tier") == "control-plane"
        || Array.Exists(s_names, name => workload.Name.StartsWith(name, StringComparison.Ordinal));
}
