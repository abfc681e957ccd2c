using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>The roles that every cluster comes with, for manifests that bind them without holding them.</summary>
internal static class BuiltInRoles
{
    public const string ClusterAdmin = "cluster-admin";
    private const string Aggregation = "rbac.authorization.k8s.io/aggregate-to-";
    private const string Reads = "get list watch";
    private const string Writes = "create delete deletecollection patch update";

    private static readonly PermissionRule[] s_view =
    [
        new("", "configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status", Reads),
        new("", "bindings events limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status namespaces", Reads),
        new("discovery.k8s.io", "endpointslices", Reads),
        new("apps", "controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status", Reads),
        new("autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status", Reads),
        new("batch", "cronjobs cronjobs/status jobs jobs/status", Reads),
        new("policy", "poddisruptionbudgets poddisruptionbudgets/status", Reads),
        new("networking.k8s.io", "ingresses ingresses/status networkpolicies", Reads),
    ];

    private static readonly PermissionRule[] s_edit =
    [
        .. s_view,
        new("", "pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy", Reads),
        new("", "serviceaccounts", "impersonate"),
        new("", "pods pods/attach pods/exec pods/portforward pods/proxy", Writes),
        new("", "pods/eviction serviceaccounts/token", "create"),
        new("", "configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy", Writes),
        new("apps", "daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale", Writes),
        new("autoscaling", "horizontalpodautoscalers", Writes),
        new("batch", "cronjobs jobs", Writes),
        new("policy", "poddisruptionbudgets", Writes),
        new("networking.k8s.io", "ingresses networkpolicies", Writes),
    ];

    private static readonly Dictionary<string, ImmutableArray<PermissionRule>> s_all = new(StringComparer.Ordinal)
    {
        [ClusterAdmin] = [new(PermissionRule.Any, PermissionRule.Any, PermissionRule.Any)],
        ["view"] = [.. s_view],
        ["edit"] = [.. s_edit],
        ["admin"] =
        [
            .. s_edit,
            new("authorization.k8s.io", "localsubjectaccessreviews", "create"),
            new("rbac.authorization.k8s.io", "rolebindings roles", $"{Writes} {Reads}"),
        ],
        ["system:auth-delegator"] = [new("authentication.k8s.io", "tokenreviews", "create"), new("authorization.k8s.io", "subjectaccessreviews", "create")],
        ["system:basic-user"] = [new("authorization.k8s.io", "selfsubjectaccessreviews selfsubjectrulesreviews", "create"), new("authentication.k8s.io", "selfsubjectreviews", "create")],
        ["system:discovery"] = [],
        ["system:public-info-viewer"] = [],
        ["system:service-account-issuer-discovery"] = [],
        ["system:node-proxier"] = [new("", "services endpoints nodes", Reads), new("discovery.k8s.io", "endpointslices", Reads)],
        ["system:kubelet-api-admin"] = [new("", "nodes", $"{Reads} proxy"), new("", "nodes/proxy nodes/metrics nodes/stats nodes/log", PermissionRule.Any)],
    };

    /// <summary>What a ClusterRole of this name allows in every cluster; null when the name is nothing special.</summary>
    public static ImmutableArray<PermissionRule>? Find(string name) => s_all.TryGetValue(name, out var rules) ? rules : null;

    /// <summary>The label that adds a ClusterRole to this one; null for roles that do not aggregate.</summary>
    public static string? AggregatesBy(string name) => name is "admin" or "edit" or "view" ? Aggregation + name : null;
}
