using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>How far a service account's rights reach, the weakest first.</summary>
public enum AccountPower
{
    None,

    /// <summary>It has rights, none of them known to lead further.</summary>
    Some,

    /// <summary>Some of its rights lead to everything in a namespace.</summary>
    Namespace,

    /// <summary>Some of its rights lead to everything in the cluster.</summary>
    Cluster,

    /// <summary>It may do everything already.</summary>
    Administrator,
}

/// <summary>A right that leads further than it says.</summary>
/// <param name="Words">What it lets somebody do.</param>
/// <param name="ReachesCluster">Of the whole cluster even where it was given in a single namespace.</param>
public sealed record PowerfulRight(string Words, string Verb, string Group, string Resource, bool ReachesCluster = false)
{
    public static IReadOnlyList<PowerfulRight> All { get; } =
    [
        new("act as others", "impersonate", "", "users", ReachesCluster: true),
        new("act as groups", "impersonate", "", "groups", ReachesCluster: true),
        new("give itself any right", "escalate", "rbac.authorization.k8s.io", "clusterroles", ReachesCluster: true),
        new("bind any cluster role", "bind", "rbac.authorization.k8s.io", "clusterroles"),
        new("change admission", "create", "admissionregistration.k8s.io", "mutatingwebhookconfigurations", ReachesCluster: true),
        new("reach kubelets", "get", "", "nodes/proxy", ReachesCluster: true),
        new("make persistent volumes", "create", "", "persistentvolumes", ReachesCluster: true),
        new("read secrets", "get", "", "secrets"),
        new("list secrets", "list", "", "secrets"),
        new("make tokens", "create", "", "serviceaccounts/token"),
        new("start pods", "create", "", "pods"),
        new("start pods by Deployments", "create", "apps", "deployments"),
        new("start pods by DaemonSets", "create", "apps", "daemonsets"),
        new("start pods by Jobs", "create", "batch", "jobs"),
        new("run commands in pods", "create", "", "pods/exec"),
        new("give roles of the namespace", "create", "rbac.authorization.k8s.io", "rolebindings"),
    ];

    /// <summary>What gives it to the account; null where nothing does.</summary>
    public Permission? Of(ClusterPermissions permissions, RbacSubject account) =>
        permissions.Touching(account, Verb, Group, Resource).OrderBy(given => given.Namespace is not null).FirstOrDefault();

    public AccountPower Power(Permission given) => given.Namespace is null || ReachesCluster ? AccountPower.Cluster : AccountPower.Namespace;
}
