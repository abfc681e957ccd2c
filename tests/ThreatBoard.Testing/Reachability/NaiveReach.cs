using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Testing.Reachability;

/// <summary>NetworkPolicies a second time, as plainly as they are specified: every policy is asked anew for every pair of pods and every port.</summary>
/// <remarks>Knows neither cluster-scoped policies nor host network, and takes every namespace as read.</remarks>
public sealed class NaiveReach(Cluster cluster)
{
    public bool Allows(Workload from, Workload to, Protocol protocol, int port) =>
        from == to || (Passes(from, to, Direction.Egress, to, protocol, port) && Passes(to, from, Direction.Ingress, to, protocol, port));

    private bool Passes(Workload pod, Workload other, Direction direction, Workload destination, Protocol protocol, int port)
    {
        var isolated = false;
        foreach (var policy in cluster.All("NetworkPolicy"))
        {
            var spec = policy["spec"];
            if (policy.Object.Namespace != pod.Namespace || !Matches(spec["podSelector"], pod.Labels) || !Types(spec).Contains($"{direction}", StringComparer.Ordinal)) continue;
            isolated = true;
            foreach (var rule in spec[direction == Direction.Ingress ? "ingress" : "egress"].Items)
                if (SpeaksOf(rule[direction == Direction.Ingress ? "from" : "to"], other, policy.Object.Namespace) && SpeaksOf(rule["ports"], destination, protocol, port)) return true;
        }
        return !isolated;
    }

    private static IReadOnlyList<string> Types(Cursor spec) =>
        spec["policyTypes"].Items.Any() ? spec["policyTypes"].Texts() : spec["egress"].Items.Any() ? ["Ingress", "Egress"] : ["Ingress"];

    private bool SpeaksOf(Cursor peers, Workload pod, string ownNamespace) => !peers.Items.Any() || peers.Items.Any(peer =>
        !peer["ipBlock"].Exists && (peer["podSelector"].Exists || peer["namespaceSelector"].Exists)
        && (peer["namespaceSelector"].Exists ? Matches(peer["namespaceSelector"], LabelsOf(pod.Namespace)) : pod.Namespace == ownNamespace)
        && (!peer["podSelector"].Exists || Matches(peer["podSelector"], pod.Labels)));

    private static bool SpeaksOf(Cursor ports, Workload destination, Protocol protocol, int port) => !ports.Items.Any() || ports.Items.Any(at =>
        Enum.Parse<Protocol>(at["protocol"].Text ?? "TCP", ignoreCase: true) == protocol
        && (!at["port"].Exists
            || (at["port"].Number is { } first ? first <= port && port <= (at["endPort"].Number ?? first) : Named(destination, at["port"].Text!, protocol).Contains(port))));

    private static IEnumerable<int> Named(Workload destination, string name, Protocol protocol) =>
        from port in destination.Pod["containers"].Items.SelectMany(container => container["ports"].Items)
        where port["name"].Text == name && Enum.Parse<Protocol>(port["protocol"].Text ?? "TCP", ignoreCase: true) == protocol
        select (int)port["containerPort"].Number!.Value;

    private Dictionary<string, string> LabelsOf(string name)
    {
        var labels = cluster.Find($"Namespace/{name}") is { } read ? new Dictionary<string, string>(read.Object.Labels, StringComparer.Ordinal) : [];
        labels["kubernetes.io/metadata.name"] = name;
        return labels;
    }

    private static bool Matches(Cursor selector, IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (key, value) in selector["matchLabels"].Entries)
            if (!labels.TryGetValue(key, out var found) || found != value.Text) return false;
        return selector["matchExpressions"].Items.All(expression =>
        {
            var has = labels.TryGetValue(expression["key"].Text!, out var found);
            var named = has && expression["values"].Texts().Contains(found, StringComparer.Ordinal);
            return expression["operator"].Text switch { "In" => named, "NotIn" => !named, "Exists" => has, _ => !has };
        });
    }
}
