using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;

/// <summary>No boundary, quota or policy separates it from whatever else lands there.</summary>
public sealed class DefaultNamespaceUsed : NamespaceRule
{
    private const int MostEvidence = 20;
    private static readonly string[] s_kinds = ["Service", "Secret"];

    public override RuleCard Card { get; } = new(
        Code: "TB-NS-04",
        Title: "Uses the default namespace",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 2),
        Why: "No boundary, quota or policy separates it from whatever else lands there.",
        Mitigations:
        [
            "Own namespace per application",
        ],
        Cwe: 653,
        References: new() { Owasp = ["K05"], Cis = ["5.7.4", "5.7.1"], Guide = "Namespaces" });

    protected override Sighting? Look(string name, Cluster cluster)
    {
        if (name != "default") return null;
        var objects = cluster.WorkloadsIn(name).Select(w => w.Root).Concat(s_kinds.SelectMany(kind => cluster.AllIn(name, kind))).Where(IsOwn).ToList();
        if (objects.Count == 0) return null;
        var said = objects.Where(root => root["metadata"]["namespace"].Exists).ToList();
        var evidence = (said.Count > 0 ? said : objects).Take(MostEvidence).Select(root => root["metadata"]["namespace"].Evidence).ToValueList();
        return said.Count > 0
            ? new($"{Count(said.Count)} in the namespace that everything without one lands in.", evidence)
            : new($"{Count(objects.Count)} without a namespace: whoever deploys them may name one.", evidence) { Answer = Answer.CannotTell };
    }

    /// <summary>The Service of the API server itself lies there in every cluster.</summary>
    private static bool IsOwn(Cursor root) => root.Object.Key != "Service/default/kubernetes" && root["type"].Text != "kubernetes.io/service-account-token";

    private static string Count(int objects) => objects == 1 ? "One object lies" : $"{objects} objects lie";
}
