using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests;

/// <summary>A model of one source, derived from text, with the questions that tests ask of it.</summary>
internal sealed class TestModel
{
    private TestModel(IReadOnlyList<Upload> uploads)
    {
        Reading = ManifestReader.Read(uploads);
        Content = ModelDerivation.Of(Reading.Objects, new("prod", "production", "shop")).Content;
        Graph = new(Content);
        Cluster = Cluster.Of(Reading.Objects, new(Content, new HashSet<Id<Source>> { DerivedContent.Self }, "prod"));
    }

    public ManifestReading Reading { get; }

    public ModelContent Content { get; }

    public ModelGraph Graph { get; }

    public Cluster Cluster { get; }

    public static TestModel Of(string yaml) => new([Upload.Pasted(yaml)]);

    public static TestModel Of(IReadOnlyList<Upload> uploads) => new(uploads);

    /// <summary>A namespace of its own with one workload of one container, with what the test adds to either (indented by 6 and 8).</summary>
    public static TestModel OfPod(string container = "", string pod = "", string beside = "", string template = "") => Of(
        $"""
        apiVersion: v1
        kind: Namespace
        metadata: {"{name: shop}"}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {"{name: web, namespace: shop}"}
        spec:
          template:
            metadata: {"{labels: {app: web}" + template + "}"}
            spec:
              nodeSelector: {"{}"}
        {Indented(pod, 6)}
              containers:
              - name: c
        {Indented(container, 8)}
        ---
        {beside}
        """);

    public IReadOnlyList<Finding> Findings(IThreatRule<Cluster> rule) => [.. rule.Examine(Cluster)];

    public IReadOnlyList<Finding> AllFindings() => KubernetesRules.FindingsIn(Cluster);

    /// <summary>Flows as <c>from → to:port</c>, each end as pod/container or a name outside.</summary>
    public IEnumerable<string> Flows() =>
        Graph.Flows.Select(f => $"{End(Graph.From(f))} → {End(Graph.To(f))}:{f.Port}").Order(StringComparer.Ordinal);

    public string TitleOf(Finding finding) => Content.TitleOf(finding.Subject) ?? "";

    private static string Indented(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line));

    private string End(Component component) =>
        Content.Find(component.Tenancy) is { Kind: BoundaryKind.Pod } pod ? $"{pod.Name}/{component.Name}" : component.Name;
}
