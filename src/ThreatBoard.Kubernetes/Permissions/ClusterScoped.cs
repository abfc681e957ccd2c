namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>Resources of the whole cluster, which a RoleBinding cannot give rights to whatever role it names.</summary>
internal static class ClusterScoped
{
    private static readonly HashSet<string> s_all = new(StringComparer.Ordinal)
    {
        "nodes", "persistentvolumes", "clusterroles", "clusterrolebindings", "certificatesigningrequests", "signers", "users", "groups", "userextras", "uids",
        "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings",
        "mutatingadmissionpolicies", "mutatingadmissionpolicybindings", "storageclasses", "csidrivers", "csinodes", "volumeattachments",
        "customresourcedefinitions", "apiservices", "priorityclasses", "runtimeclasses", "ingressclasses", "tokenreviews", "subjectaccessreviews",
    };

    /// <param name="resource">With or without a subresource.</param>
    public static bool Contains(string resource) =>
        s_all.Contains(resource.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? resource[..slash] : resource);
}
