namespace ThreatBoard.Kubernetes.Workloads.Meshes;

/// <summary>Whom Istio's AuthorizationPolicies let call.</summary>
public enum Callers { Anyone, Identified, Nobody }

/// <summary>Who may call a workload, and where that is said.</summary>
public sealed record CallerRule(Callers Callers, Cursor At, string Named);

/// <summary>Reads Istio's AuthorizationPolicies as far as they say whether callers have to prove who they are.</summary>
public sealed class AuthorizationPolicies
{
    private const string RootNamespace = "istio-system";
    private const int MostNamed = 5;
    private const int Most = 1_000;
    private readonly ILookup<string, (Cursor Root, LabelSelector Selector)> _allowing;

    internal AuthorizationPolicies(Cluster cluster) => _allowing = cluster.All("AuthorizationPolicy")
        .Where(root => root["spec"]["action"].Text is null or "ALLOW" && !root["spec"]["targetRef"].Exists && !root["spec"]["targetRefs"].Exists)
        .ToLookup(root => root.Object.Namespace, root => (root, new LabelSelector(root["spec"]["selector"])), StringComparer.Ordinal);

    /// <summary>Null where no policy allows anything, which leaves everybody in; else all that allow something count together.</summary>
    public CallerRule? Of(Workload workload) =>
        Together(_allowing[workload.Namespace].Take(Most).Concat(workload.Namespace == RootNamespace ? [] : _allowing[RootNamespace].Take(Most)).Where(p => p.Selector.Matches(workload.Labels)).Select(p => p.Root));

    /// <summary>The same for those policies that hold for a whole namespace.</summary>
    public CallerRule? Of(string @namespace) => Together(_allowing[@namespace].Take(Most).Where(p => p.Selector.IsEmpty).Select(p => p.Root));

    private static CallerRule? Together(IEnumerable<Cursor> policies)
    {
        CallerRule? all = null;
        foreach (var rule in policies.Select(OfPolicy))
            if (all is null || rule.Callers < all.Callers) all = rule;
        return all;
    }

    private static CallerRule OfPolicy(Cursor policy)
    {
        var rules = policy["spec"]["rules"];
        var sources = rules.Items.Select(rule => rule["from"].Items.Select(from => from["source"]).ToList()).ToList();
        if (sources.Count == 0) return new(Callers.Nobody, policy["spec"], "");
        if (sources.Exists(from => from.Count == 0 || from.Exists(source => !Identifies(source)))) return new(Callers.Anyone, rules, "");
        return new(Callers.Identified, rules, string.Join(", ", sources.SelectMany(from => from).SelectMany(Identities).Take(MostNamed)));
    }

    private static bool Identifies(Cursor source) => Identities(source).Any();

    private static IEnumerable<string> Identities(Cursor source) =>
        new[] { "principals", "serviceAccounts", "requestPrincipals", "namespaces" }.SelectMany(by => source[by].Items).Select(item => item.Text).OfType<string>();
}
