using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;

/// <summary>Breaking the weakest of its readers discloses the secret of the strongest.</summary>
public sealed class SharedSecret : IThreatRule<Cluster>
{
    private const int MostShown = 10;

    public RuleCard Card { get; } = new(
        Code: "TB-SEC-05",
        Title: "Secret mounted by a workload that does not own it",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Breaking the weakest of its readers discloses the secret of the strongest.",
        Mitigations:
        [
            "One Secret for each reader",
        ],
        Cwe: 522,
        Attack: ["T1552.001"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K03"] });

    public IEnumerable<Finding> Examine(Cluster world) =>
        from secret in world.Workloads.SelectMany(SecretUse.Of).GroupBy(use => (use.Reader.Namespace, use.Secret))
        let readers = secret.DistinctBy(use => use.Reader.Key).ToList()
        where readers.Count > 1
        let parted = Tiers.Parting(readers.ConvertAll(use => use.Reader))
        where parted is not null
        let place = world.Subjects.Namespace(secret.Key.Namespace)
        where place is not null
        select new Sighting(
            $"Secret {secret.Key.Secret} is read by workloads of different {parted}: {string.Join(", ", readers.Select(use => use.Reader.Name).Take(5))}.",
            [.. readers.Take(MostShown).Select(use => use.At.Evidence)]) { Discriminator = $"Secret/{secret.Key.Namespace}/{secret.Key.Secret}" }
            .About(Card, EntityRef.To(place));
}
