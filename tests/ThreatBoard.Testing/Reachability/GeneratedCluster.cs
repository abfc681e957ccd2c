using System.Globalization;
using System.Text;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Testing.Reachability;

/// <summary>A cluster of any size as a company would run it: namespaces with applications of four pods, and policies between them.</summary>
public static class GeneratedCluster
{
    private const int Replicas = 4;
    private static readonly string[] s_tiers = ["web", "app", "data", "batch"];

    /// <param name="pods">At least one in each namespace.</param>
    /// <param name="areAllDifferent">Every pod carries a label of its own, so that there are as many classes as pods.</param>
    public static Cluster Of(int pods, int namespaces, int policies, bool areAllDifferent = false)
    {
        var text = new StringBuilder();
        for (var i = 0; i < namespaces; i++) Line(text, $"{{apiVersion: v1, kind: Namespace, metadata: {{name: ns-{i}, labels: {{team: team-{i % 10}, stage: {(i % 3 == 0 ? "prod" : "test")}}}}}}}");
        for (var i = 0; i < pods; i++)
        {
            var app = i / Replicas;
            var own = areAllDifferent ? $", pod: pod-{i}" : "";
            Line(text, $"{{apiVersion: v1, kind: Pod, metadata: {{name: pod-{i}, namespace: ns-{app % namespaces}, labels: {{app: app-{app}, tier: {s_tiers[app / namespaces % s_tiers.Length]}{own}}}}}, "
                + "spec: {containers: [{name: c, image: app, ports: [{name: http, containerPort: 8080}, {name: metrics, containerPort: 9090}]}]}}");
        }
        for (var i = 0; i < policies; i++) Line(text, Policy(i, namespaces, pods / Replicas));
        var budget = Budget.Default with { Bytes = 200_000_000, Documents = 200_000, Events = 50_000_000, Nodes = 50_000_000, Keys = 5_000_000 };
        return Cluster.Of(ManifestReader.Read([Upload.Pasted(text.ToString())], budget).Objects);
    }

    /// <summary>In turn: deny by default, a tier from the one before it, one application, monitoring from another team's namespaces, and egress to names, to prod and to addresses.</summary>
    private static string Policy(int i, int namespaces, int apps)
    {
        var spec = (i / namespaces % 5) switch
        {
            0 => "podSelector: {}, policyTypes: [Ingress, Egress]",
            1 => $"podSelector: {{matchLabels: {{tier: {s_tiers[(i % 3) + 1]}}}}}, policyTypes: [Ingress], ingress: [{{from: [{{podSelector: {{matchLabels: {{tier: {s_tiers[i % 3]}}}}}}}], ports: [{{port: http}}]}}]",
            2 => $"podSelector: {{matchLabels: {{app: app-{i % apps}}}}}, policyTypes: [Ingress], ingress: [{{ports: [{{port: 8000, endPort: 8443}}]}}]",
            3 => $"podSelector: {{}}, policyTypes: [Ingress], ingress: [{{from: [{{namespaceSelector: {{matchLabels: {{team: team-{i % 10}}}}}, podSelector: {{matchExpressions: [{{key: tier, operator: In, values: [batch, app]}}]}}}}], ports: [{{port: metrics}}]}}]",
            _ => "podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 53, protocol: UDP}]}, {to: [{namespaceSelector: {matchLabels: {stage: prod}}}]}, "
                + $"{{to: [{{ipBlock: {{cidr: 10.{i % 250}.0.0/16, except: [10.{i % 250}.7.0/24]}}}}]}}]",
        };
        return $"{{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {{name: policy-{i}, namespace: ns-{i % namespaces}}}, spec: {{{spec}}}}}";
    }

    private static void Line(StringBuilder text, string document) => text.Append(CultureInfo.InvariantCulture, $"{document}\n---\n");
}
