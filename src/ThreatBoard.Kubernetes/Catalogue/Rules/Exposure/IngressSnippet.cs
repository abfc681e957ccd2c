using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>Snippets run inside the controller, which can read the secrets of every namespace (CVE-2021-25742 and its kin).</summary>
public sealed class IngressSnippet : ObjectRule
{
    private static readonly string[] s_snippets = ["configuration-snippet", "server-snippet", "auth-snippet", "stream-snippet"];

    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-08",
        Title: "Ingress snippet or unsafe annotation",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 3, Impact: 5),
        Why: "Snippets run inside the controller, which can read the secrets of every namespace (CVE-2021-25742 and its kin).",
        Mitigations:
        [
            "Switch snippets off",
            "Move to a controller that is still maintained, such as one for Gateways",
        ],
        Cwe: 94,
        Attack: ["T1552.007"],
        Actor: ActorKind.MaliciousInsider,
        References: new() { Owasp = ["K07"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) => Snippets(cluster).Concat(Switches(cluster)).Concat(Controllers(cluster));

    private static IEnumerable<(Cursor Of, Sighting Seen)> Snippets(Cluster cluster) =>
        from ingress in cluster.Ingresses
        let snippets = ingress.Object.Annotations.Keys.Where(IsSnippet).Order(StringComparer.Ordinal).ToList()
        where snippets.Count > 0
        select (ingress.Root, new Sighting("It carries configuration that runs inside the controller.", [.. snippets.Select(key => ingress.Root["metadata"]["annotations"][key].Evidence)]));

    private static IEnumerable<(Cursor Of, Sighting Seen)> Switches(Cluster cluster) =>
        from map in cluster.All("ConfigMap")
        let allow = map["data"].Exists ? map["data"]["allow-snippet-annotations"] : default(Cursor?)
        where allow?.Text == "true"
        select (map, new Sighting("The controller is told to run what annotations hold.", [allow.Value.Evidence]));

    private static IEnumerable<(Cursor Of, Sighting Seen)> Controllers(Cluster cluster) =>
        from workload in cluster.Ingresses.Any(IsOfNginx) ? cluster.Workloads : []
        let image = workload.Containers.Where(container => IsRetired(container.Image)).Select(container => (Cursor?)container.At["image"]).FirstOrDefault()
        where image is not null
        select (workload.Root, new Sighting("Ingresses are served by ingress-nginx, whose project has ended.", [image.Value.Evidence]));

    private static bool IsSnippet(string key) =>
        key.StartsWith("nginx.ingress.kubernetes.io/", StringComparison.Ordinal) && Array.Exists(s_snippets, ending => key.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsOfNginx(Ingress ingress) => (ingress.Spec["ingressClassName"].Text ?? ingress.Object.Annotations.GetValueOrDefault("kubernetes.io/ingress.class")) == "nginx";

    private static bool IsRetired(ImageName image) =>
        image.Repository.EndsWith("ingress-nginx/controller", StringComparison.Ordinal) || image.Short == "nginx-ingress-controller";
}
