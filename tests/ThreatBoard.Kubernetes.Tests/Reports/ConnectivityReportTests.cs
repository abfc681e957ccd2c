using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class ConnectivityReportTests
{
    private const string Shop = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: c, ports: [{containerPort: 8080}]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {app: db}}
        spec: {containers: [{name: c, ports: [{containerPort: 5432}]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: job, namespace: shop, labels: {app: job}}
        spec: {containers: [{name: c}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db-from-web, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: db}}
          policyTypes: [Ingress]
          ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]
        """;

    private static ConnectivityReport Of(string yaml, string? from = null, string? to = null)
    {
        var connectivity = Connectivity.Of(Reading.Of(yaml));
        return new(connectivity, from is null ? null : Assert.Single(ConnectivityReport.Named(connectivity.Cluster, from)), to is null ? null : Assert.Single(ConnectivityReport.Named(connectivity.Cluster, to)));
    }

    private static string Text(ConnectivityReport report, bool explained = false)
    {
        var text = new StringWriter();
        ConnectivityText.Write(report, text, explained);
        return text.ToString();
    }

    [Fact]
    public void Each_workload_says_what_it_reaches_and_on_which_ports()
    {
        var text = Text(Of(Shop));

        Assert.Contains("→ shop/db[Pod]: TCP 5432", text, StringComparison.Ordinal);
        Assert.Contains("shop/db[Pod]\n  → every other pod (2): All Connections", text, StringComparison.Ordinal);
        Assert.Contains("Nothing is opened to the outside.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_that_is_denied_is_explained_when_it_is_asked_for()
    {
        var text = Text(Of(Shop, "job", "shop/db"));

        Assert.Contains("→ shop/db[Pod]: denied", text, StringComparison.Ordinal);
        Assert.Contains("NetworkPolicy db-from-web isolates the pod on the way in", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explained_every_pair_names_policy_and_rule()
    {
        Assert.Contains("NetworkPolicy db-from-web admits TCP 5432 (spec.ingress[0])", Text(Of(Shop), explained: true), StringComparison.Ordinal);
        Assert.DoesNotContain("admits", Text(Of(Shop)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_end_may_be_named_alone()
    {
        var told = Of(Shop, to: "db").Connections(explained: false).ToList();

        Assert.Equal("shop/web[Pod]", ConnectivityReport.NameOf(Assert.Single(told).From));
    }

    [Fact]
    public void Json_holds_the_pairs_that_are_not_denied_with_both_answers()
    {
        var reading = Reading.Of(Shop);
        var json = Report.Parse(ConnectivityJson.Write(new(Connectivity.Of(reading)), reading, explained: true));
        var pairs = json.GetProperty("connections").EnumerateArray().ToList();

        Assert.Equal(5, pairs.Count);
        var toDb = Assert.Single(pairs, pair => pair.GetProperty("to").GetString() == "shop/db[Pod]");
        Assert.Equal(("allowed", "TCP 5432"), (toDb.GetProperty("state").GetString(), toDb.GetProperty("allowed").GetString()));
        Assert.Contains(toDb.GetProperty("reasons").EnumerateArray(), reason => reason.GetProperty("policy").GetString()!.EndsWith("db-from-web", StringComparison.Ordinal));
        Assert.True(json.GetProperty("workloads").EnumerateArray().Single(w => w.GetProperty("name").GetString() == "shop/db[Pod]").GetProperty("isolatedIngress").GetBoolean());
    }

    [Fact]
    public void What_opens_a_workload_to_the_outside_is_told()
    {
        var open = Of(Shop + "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}");

        Assert.Contains("Service/shop/web → shop/web[Pod] TCP 8080: policies let it in", Text(open), StringComparison.Ordinal);
    }
}
