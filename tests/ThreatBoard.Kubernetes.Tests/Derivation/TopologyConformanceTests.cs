using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Tests.Reachability;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Derivation;

/// <summary>Flows that are derived here beside those that an independent tool wrote into policies for the same manifests.</summary>
[Trait("Conformance", "derived-flows")]
public sealed class TopologyConformanceTests(ITestOutputHelper output)
{
    private static readonly string[] s_applications = ["cta-k8s-guestbook", "cta-openshift", "cta-score-demo", "cta-sockshop"];

    private const string Dns = "We: whoever names a Service asks DNS, so a policy has to admit it; as a flow of the model it would stand beside every component and say nothing.";

    private const string Scraped = "Both: the Service asks to be scraped, so a policy has to let a scraper in; none is among the manifests, and a flow of the model needs somebody to come from.";

    private const string ByGateway = "Both, the same way in: they name the pods of the gateway, which were not read, and we the internet, to which the HTTPRoute opens it.";

    /// <summary>Who is right about a flow that only one derives, and why.</summary>
    private static readonly Dictionary<string, string> s_judged = new(StringComparer.Ordinal)
    {
        ["only theirs: frontend → any pod UDP 53"] = Dns,
        ["only theirs: redis-follower → any pod UDP 53"] = Dns,
        ["only theirs: collect-profiles → any pod UDP 53"] = Dns,
        ["only theirs: sample → any pod UDP 53"] = Dns,
        ["only theirs: carts → any pod UDP 53"] = Dns,
        ["only theirs: orders → any pod UDP 53"] = Dns,
        ["only theirs: user → any pod UDP 53"] = Dns,
        ["only theirs: any pod → carts TCP 9090"] = Scraped,
        ["only theirs: any pod → rabbitmq TCP exporter"] = Scraped,
        ["only theirs: any pod → user TCP 7070"] = Scraped,
        ["only theirs: any pod → sample TCP 8080"] = ByGateway,
        ["only ours: Internet → sample TCP 8080"] = ByGateway,
        ["only theirs: orders → carts TCP 9090"] = "We: the argument names the Service without a port, so a policy may not forbid any; what is meant is its first port, and the other is the one of its metrics.",
    };

    [Fact]
    public void Every_flow_that_only_one_of_both_derives_has_a_reason()
    {
        Assert.SkipWhen(s_applications.Any(name => Corpus.At("manifests", name) is null), Corpus.Absent);
        var (agree, total, apart) = (0, 0, new List<string>());
        foreach (var name in s_applications)
        {
            var files = Directory.EnumerateFiles(Corpus.At("manifests", name)!, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".json")
                .ToLookup(f => Path.GetFileName(f).StartsWith("expected_", StringComparison.Ordinal));
            var model = TestModel.Of([.. files[false].Order(StringComparer.Ordinal).Select(f => new Upload(f, File.ReadAllBytes(f)))]);
            var (ours, theirs) = (Ours(model).ToHashSet(), Theirs(model.Cluster, Cluster.Of(CorpusFolder.Read(files[true]).Objects)).ToHashSet());

            output.WriteLine($"{name}: {ours.Count(theirs.Contains)}/{theirs.Count}, and {ours.Count(flow => !theirs.Contains(flow))} of ours alone");
            (agree, total) = (agree + ours.Count(theirs.Contains), total + theirs.Count);
            apart.AddRange(theirs.Except(ours).Select(flow => $"only theirs: {flow}"));
            apart.AddRange(ours.Except(theirs).Select(flow => $"only ours: {flow}"));
        }
        output.WriteLine($"{agree}/{total}");
        foreach (var flow in apart) output.WriteLine($"{flow}: {s_judged.GetValueOrDefault(flow, "not judged")}");
        Assert.Equal(s_judged.Keys.Order(StringComparer.Ordinal), apart.Order(StringComparer.Ordinal));
        Assert.Equal((11, 23), (agree, total));
    }

    private static IEnumerable<string> Ours(TestModel model) =>
        from flow in model.Graph.Flows
        let ends = (From: Of(model, model.Graph.From(flow)), To: Of(model, model.Graph.To(flow)))
        select $"{ends.From} → {ends.To} TCP {flow.Port}";

    private static string Of(TestModel model, Component component) =>
        model.Cluster.Attack.Of(EntityRef.To(component))?.Workload is { } workload ? Name(workload) : component.Name;

    private static IEnumerable<string> Theirs(Cluster cluster, Cluster policies)
    {
        foreach (var policy in policies.All("NetworkPolicy").Where(p => !p.Object.Name.StartsWith("default-deny", StringComparison.Ordinal)))
        {
            var pods = Named(cluster, policy.Object.Namespace, policy["spec"]["podSelector"]);
            foreach (var rule in policy["spec"]["ingress"].Items)
                foreach (var from in rule["from"].Exists ? rule["from"].Items.SelectMany(peer => Peers(cluster, policy, peer)) : ["Internet"])
                    foreach (var port in rule["ports"].Items) yield return $"{from} → {pods} {port["protocol"].Text} {port["port"].Text}";
            foreach (var rule in policy["spec"]["egress"].Items)
                foreach (var to in rule["to"].Items.SelectMany(peer => Peers(cluster, policy, peer)))
                    foreach (var port in rule["ports"].Items) yield return $"{pods} → {to} {port["protocol"].Text} {port["port"].Text}";
        }
    }

    private static IEnumerable<string> Peers(Cluster cluster, Cursor policy, Cursor peer) =>
        [peer["podSelector"].Exists ? Named(cluster, peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"].Text ?? policy.Object.Namespace, peer["podSelector"]) : "any pod"];

    /// <summary>Their selectors are all labels of the one workload that is meant.</summary>
    private static string Named(Cluster cluster, string @namespace, Cursor selector)
    {
        var labels = selector["matchLabels"].Entries.Select(e => (e.Key, e.Value.Text)).ToHashSet();
        return Name(cluster.Workloads.Single(w => w.Namespace == @namespace && labels.SetEquals(w.Labels.Select(l => (l.Key, (string?)l.Value)))));
    }

    private static string Name(Workload workload) => workload.Name;
}
