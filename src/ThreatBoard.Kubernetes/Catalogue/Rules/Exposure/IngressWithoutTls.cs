using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>Sessions and credentials cross the internet in clear text.</summary>
public sealed class IngressWithoutTls : ObjectRule
{
    private static readonly string[] s_certificates =
        ["alb.ingress.kubernetes.io/certificate-arn", "networking.gke.io/managed-certificates", "ingress.gcp.kubernetes.io/pre-shared-cert", "appgw.ingress.kubernetes.io/appgw-ssl-certificate"];

    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-04",
        Title: "Ingress without TLS",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 4, Impact: 4),
        Why: "Sessions and credentials cross the internet in clear text.",
        Mitigations:
        [
            "Add tls with a certificate",
            "Redirect http to https",
        ],
        Cwe: 319,
        Attack: ["T1040", "T1557"],
        Actor: ActorKind.ExternalAttacker,
        Version: 2,
        References: new() { Owasp = ["K05"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) => Ingresses(cluster).Concat(Routes(cluster));

    private static IEnumerable<(Cursor Of, Sighting Seen)> Ingresses(Cluster cluster) =>
        from ingress in cluster.Ingresses
        let tls = ingress.Spec["tls"]
        let open = ingress.Spec["rules"].Items.Select(rule => rule["host"]).Where(host => !ingress.Covers(host.Text ?? "")).ToList()
        where !tls.Items.Any() || open.Count > 0
        let byProvider = s_certificates.Select(key => ingress.Root["metadata"]["annotations"][key]).Where(at => at.Exists).Select(at => at.Evidence).FirstOrDefault()
        select (ingress.Root, byProvider is null
            ? new Sighting("Hosts of it are served without TLS.", [tls.Evidence, .. open.Select(host => host.Evidence)])
            : new Sighting("Its load balancer has a certificate; whether plain HTTP is refused cannot be told.", [byProvider, tls.Evidence]) { Answer = Answer.CannotTell });

    /// <summary>OpenShift's form of the same.</summary>
    private static IEnumerable<(Cursor Of, Sighting Seen)> Routes(Cluster cluster) =>
        from route in cluster.All("Route")
        let tls = route["spec"]["tls"]
        let insecure = tls["insecureEdgeTerminationPolicy"]
        where !tls.Exists || insecure.Text == "Allow"
        select (route, new Sighting("Its host is served without TLS.", [(tls.Exists ? insecure : tls).Evidence, route["spec"]["host"].Evidence]));
}
