using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>Admission webhooks: whom they are asked about, and who answers.</summary>
internal static class Webhooks
{
    private const string NameLabel = "kubernetes.io/metadata.name";
    private static readonly string[] s_words = ["policy", "security", "kyverno", "gatekeeper", "opa", "image", "sigstore", "cosign", "connaisseur", "ratify", "falco", "trivy", "kubewarden", "validat"];
    private static readonly string[] s_groups = ["", "*", "apps", "batch", "rbac.authorization.k8s.io"];
    private static readonly string[] s_bundleAnnotations = ["cert-manager.io/inject-ca-from", "cert-manager.io/inject-ca-from-secret", "cert-manager.io/inject-apiserver-ca", "service.beta.openshift.io/inject-cabundle"];

    public static IEnumerable<Cursor> Configurations(Cluster cluster) => cluster.All("ValidatingWebhookConfiguration").Concat(cluster.All("MutatingWebhookConfiguration"));

    public static IEnumerable<Cursor> Of(Cursor configuration) => configuration["webhooks"].Items;

    /// <summary>It is asked about workloads or rights, and either only judges or has a name that tells what it is for.</summary>
    public static bool IsOfSecurity(Cursor hook) =>
        hook["rules"].Items.Any(rule => rule["apiGroups"].Texts().Any(group => s_groups.Contains(group, StringComparer.Ordinal)))
        && (hook.Object.Kind == "ValidatingWebhookConfiguration" || Array.Exists(s_words, word => $"{hook.Object.Name} {hook["name"].Text}".Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The API version that is gone let in what the webhook did not answer.</summary>
    public static bool FailsOpen(Cursor hook) =>
        hook["failurePolicy"].Text is { } said ? said == "Ignore" : hook.Object.ApiVersion.EndsWith("/v1beta1", StringComparison.Ordinal);

    /// <summary>Namespaces with workloads that its selector leaves out, besides those of the system and its own.</summary>
    public static IEnumerable<string> SparedNamespaces(Cursor hook, Cluster cluster)
    {
        if (!hook["namespaceSelector"].Exists || hook["namespaceSelector"].IsEmptyMap) return [];
        var selector = new LabelSelector(hook["namespaceSelector"]);
        var own = hook["clientConfig"]["service"]["namespace"].Text;
        return
            from name in cluster.Namespaces
            where name != own && !name.StartsWith("kube-", StringComparison.Ordinal) && cluster.WorkloadsIn(name).Any()
            let found = cluster.Find($"Namespace/{name}")
            where found is not null && !selector.Matches(new Dictionary<string, string>(found.Value.Object.Labels, StringComparer.Ordinal) { [NameLabel] = name })
            select name;
    }

    /// <summary>Workloads whose labels its selector leaves out.</summary>
    public static IEnumerable<string> SparedWorkloads(Cursor hook, Cluster cluster)
    {
        if (!hook["objectSelector"].Exists || hook["objectSelector"].IsEmptyMap || !hook["rules"].Items.Any(rule => rule["resources"].Texts().Any(r => r is "*" or "*/*" or "pods"))) return [];
        var selector = new LabelSelector(hook["objectSelector"]);
        var own = hook["clientConfig"]["service"]["namespace"].Text;
        return cluster.Workloads.Where(w => w.Namespace != own && !w.Namespace.StartsWith("kube-", StringComparison.Ordinal) && !selector.Matches(w.Labels)).Select(w => $"{w.Namespace}/{w.Name}");
    }

    public static bool IsInside(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.IsLoopback || address.Host.EndsWith(".svc", StringComparison.Ordinal) || address.Host.EndsWith(".svc.cluster.local", StringComparison.Ordinal));

    public static bool IsGivenItsBundle(Cursor configuration) => Array.Exists(s_bundleAnnotations, configuration.Object.Annotations.ContainsKey);

    /// <summary>No policy isolates the pods that answer; where nothing of their namespace was read, nobody can say so.</summary>
    public static bool IsOpen(Cursor service, Cluster cluster)
    {
        var place = service["namespace"].Text ?? "";
        var pods = cluster.Service(place, service["name"].Text ?? "") is { } found ? cluster.Behind(found).ToList() : [];
        return pods.Count > 0
            ? pods.Exists(pod => !pod.UsesHostNetwork && !cluster.Isolation.Of(pod, Direction.Ingress).Any())
            : cluster.WorkloadsIn(place).Any() && !cluster.Isolation.In(place).Any(policy => policy.Isolates(Direction.Ingress));
    }
}
