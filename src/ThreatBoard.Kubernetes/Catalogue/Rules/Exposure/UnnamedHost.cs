using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;

/// <summary>Any name that points at the controller reaches the service, which helps whoever forges host headers or takes over a forgotten name.</summary>
public sealed class UnnamedHost : ObjectRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-EXP-09",
        Title: "Wildcard or missing ingress host",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 2),
        Why: "Any name that points at the controller reaches the service, which helps whoever forges host headers or takes over a forgotten name.",
        Mitigations:
        [
            "Name the hosts",
        ],
        Cwe: 668,
        Actor: ActorKind.ExternalAttacker,
        References: new() { Owasp = ["K06"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster) =>
        from ingress in cluster.Ingresses
        let hosts = ingress.Spec["rules"].Items.Select(rule => rule["host"]).Where(host => host.Text is null or "" || host.Text.StartsWith("*.", StringComparison.Ordinal))
        let open = hosts.Concat(new[] { ingress.Spec["defaultBackend"], ingress.Spec["backend"] }.Where(backend => backend.Exists)).ToList()
        where open.Count > 0
        select (ingress.Root, new Sighting("It answers to names that it does not tell.", [.. open.Select(at => at.Evidence)]));
}
