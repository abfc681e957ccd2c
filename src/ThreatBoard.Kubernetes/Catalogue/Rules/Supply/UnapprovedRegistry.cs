using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>Anyone can publish look-alike images on public registries.</summary>
public sealed class UnapprovedRegistry : IThreatRule<Cluster>
{
    private const int MostEvidence = 10;

    public RuleCard Card { get; } = new(
        Code: "TB-SUP-02",
        Title: "Image from an unapproved registry",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "Anyone can publish look-alike images on public registries.",
        Mitigations:
        [
            "Mirror to an approved registry",
            "Admission policy",
        ],
        Cwe: 829,
        Attack: ["T1195.002", "T1036.005"],
        References: new() { Owasp = ["K04"], Cis = ["5.5.1"], Microsoft = ["MS-TA9002"] });

    public IEnumerable<Finding> Examine(Cluster world) =>
        from name in world.Namespaces
        let workloads = world.WorkloadsIn(name).ToList()
        where workloads.Count > 0
        from finding in ApprovedRegistries.Of(name, world) is { } approved ? Strangers(workloads, approved, world) : Unstated(name, workloads, world)
        select finding;

    private IEnumerable<Finding> Strangers(List<Workload> workloads, ApprovedRegistries approved, Cluster world) =>
        from container in workloads.SelectMany(workload => workload.Containers)
        where container.Image.Full.Length > 0 && !approved.Hold(container.Image)
        let subject = world.Subjects.Container(container)
        where subject is not null
        select new Sighting($"Its image comes from {container.Image.Registry}, which is none of the approved registries.", [container.At["image"].Evidence, approved.At.Evidence])
            .About(Card, EntityRef.To(subject));

    /// <summary>One answer a namespace: what is missing is the list, not the images.</summary>
    private IEnumerable<Finding> Unstated(string name, List<Workload> workloads, Cluster world)
    {
        var images = workloads.SelectMany(workload => workload.Containers).Where(container => container.Image.Full.Length > 0).DistinctBy(container => container.Image.Registry).Take(MostEvidence).ToList();
        if (images.Count == 0 || world.Subjects.Namespace(name) is not { } place) yield break;
        var registries = string.Join(", ", images.Select(container => container.Image.Registry).Order(StringComparer.Ordinal));
        yield return new Sighting($"Images come from {registries}. Which registries are approved is not said: the Namespace's annotation {ApprovedRegistries.Annotation} would say it.", [.. images.Select(container => container.At["image"].Evidence)])
            { Answer = Answer.CannotTell }.About(Card, EntityRef.To(place));
    }
}
