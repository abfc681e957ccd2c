using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>What decides at admission, as far as the manifests show it.</summary>
internal static class AdmissionPolicies
{
    private static readonly ImmutableArray<string> s_kinds =
        ["ValidatingAdmissionPolicy", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "ClusterPolicy", "Policy", "ClusterImagePolicy"];

    private static readonly string[] s_imageWords = ["sigstore", "cosign", "connaisseur", "notary", "notation", "ratify", "image"];
    private static readonly string[] s_podWords = ["securityContext", "hostNetwork", "hostPID", "hostPath", "privileged"];

    public static IEnumerable<Cursor> All(Cluster cluster) => s_kinds.SelectMany(cluster.All);

    /// <summary>What looks at where images come from, or at who signed them.</summary>
    public static IEnumerable<Cursor> OfImages(Cluster cluster) =>
    [
        .. cluster.All("ClusterImagePolicy"),
        .. Kyverno(cluster).Where(policy => policy["spec"]["rules"].Items.Any(rule => rule["verifyImages"].Exists)),
        .. Denying(cluster).Where(policy => Says(policy, ["image"])),
        .. cluster.All("ValidatingWebhookConfiguration").Where(hook => Array.Exists(s_imageWords, word => hook.Object.Name.Contains(word, StringComparison.OrdinalIgnoreCase))),
    ];

    /// <summary>What forbids the pods that Pod Security levels forbid.</summary>
    public static IEnumerable<Cursor> OfPods(Cluster cluster, string name) =>
    [
        .. Kyverno(cluster).Where(policy => (policy.Object.Namespace.Length == 0 || policy.Object.Namespace == name) && policy["spec"]["rules"].Items.Any(JudgesPods)),
        .. Denying(cluster).Where(policy => Says(policy, s_podWords)),
    ];

    private static IEnumerable<Cursor> Kyverno(Cluster cluster) => cluster.All("ClusterPolicy").Concat(cluster.All("Policy"));

    private static bool JudgesPods(Cursor rule) =>
        rule["validate"]["podSecurity"].Exists || rule["validate"]["pattern"]["spec"]["securityContext"].Exists || rule["validate"]["pattern"]["spec"]["=(securityContext)"].Exists;

    /// <summary>Policies in the API server that some binding makes deny; a policy without a binding does nothing.</summary>
    private static IEnumerable<Cursor> Denying(Cluster cluster)
    {
        var bound = cluster.All("ValidatingAdmissionPolicyBinding")
            .Where(binding => binding["spec"]["validationActions"].Texts().Contains("Deny", StringComparer.Ordinal))
            .Select(binding => binding["spec"]["policyName"].Text).ToHashSet(StringComparer.Ordinal);
        return cluster.All("ValidatingAdmissionPolicy").Where(policy => bound.Contains(policy.Object.Name));
    }

    private static bool Says(Cursor policy, string[] words) =>
        policy["spec"]["validations"].Items.Concat(policy["spec"]["variables"].Items).Select(part => part["expression"].Text)
            .Any(text => text is not null && Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal)));
}
