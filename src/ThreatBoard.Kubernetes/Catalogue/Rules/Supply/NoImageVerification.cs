using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>Unsigned images run as readily as signed ones.</summary>
public sealed class NoImageVerification : IThreatRule<Cluster>
{
    private const int MostEvidence = 10;

    public RuleCard Card { get; } = new(
        Code: "TB-SUP-03",
        Title: "No image verification in the cluster",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "Unsigned images run as readily as signed ones.",
        Mitigations:
        [
            "Sigstore policy-controller or Kyverno verifyImages",
        ],
        Cwe: 345,
        Attack: ["T1525"],
        References: new() { Owasp = ["K04"], Cis = ["5.5.1"], Microsoft = ["MS-TA9002"] });

    public IEnumerable<Finding> Examine(Cluster world)
    {
        if (world.Subjects.Cluster is not { } whole || world.Workloads.Length == 0 || AdmissionPolicies.OfImages(world).Any()) yield break;
        var read = AdmissionPolicies.All(world).Take(MostEvidence).ToList();
        yield return (read.Count > 0
            ? new Sighting("Of the admission policies that were read, none looks at images.", [.. read.Select(policy => policy["metadata"]["name"].Evidence)])
            : new Sighting("No admission policy was read: one may verify images, or none.", []) { Answer = Answer.CannotTell }).About(Card, EntityRef.To(whole));
    }
}
