using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Whether a pod is given a token of its service account, and whether the token gives it any right.</summary>
internal static class Tokens
{
    /// <summary>Where it is decided: the pod's word, else the account's, else the default, which is yes; a pod that a kubelet starts by itself has none.</summary>
    public static Cursor? Mounted(Workload workload, Cluster cluster)
    {
        if (workload.IsStatic) return null;
        var own = workload.Pod["automountServiceAccountToken"];
        if (own.Flag is { } said) return said ? own : null;
        var account = cluster.Find($"ServiceAccount/{workload.Namespace}/{workload.ServiceAccount}")?["automountServiceAccountToken"];
        return account?.Flag switch { false => null, true => account, _ => own };
    }

    /// <summary>The pod asks for a token itself, and says how long it lives.</summary>
    public static bool HasOwn(Workload workload) =>
        workload.Pod["volumes"].Items.SelectMany(volume => volume["projected"]["sources"].Items).Any(source => source["serviceAccountToken"].Exists);

    /// <summary>Something is bound to the account besides what every caller may do: asking which APIs there are, and who it is.</summary>
    public static bool HasRights(Workload workload, Cluster cluster) =>
        cluster.Permissions.Of(ClusterPermissions.AccountOf(workload)).Any(grant => !Roles.IsDiscovery(grant.Role.Name));

    /// <summary>It has both a token and rights to use it for.</summary>
    public static bool UsesApi(Workload workload, Cluster cluster) =>
        (HasOwn(workload) || Mounted(workload, cluster) is not null) && HasRights(workload, cluster);
}
