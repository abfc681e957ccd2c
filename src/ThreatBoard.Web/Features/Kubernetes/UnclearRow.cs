using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>Something that the manifests leave open, why, and where.</summary>
/// <param name="What">What cannot be told.</param>
/// <param name="Subject">The entity that it is about; null where none stands for it.</param>
public sealed record UnclearRow(string What, string Why, EntityRef? Subject, Place? At)
{
    public static Listed<UnclearRow> All(ClusterLook look) => Listed.Of(Policies(look).Concat(HostNetworks(look)).Concat(Roles(look)).Concat(Questions(look)).Concat(WrongTypes(look)));

    private static IEnumerable<UnclearRow> Policies(ClusterLook look) =>
        look.Cluster.Reach.Problems.Select(problem => new UnclearRow($"What {problem.At.Object.Kind} {problem.At.Object.Name} means", problem.Message, null, Place.Of(problem.At)));

    private static IEnumerable<UnclearRow> HostNetworks(ClusterLook look) =>
        from workload in look.Cluster.Workloads
        where workload.UsesHostNetwork
        select new UnclearRow(
            $"Who reaches {workload.Namespace}/{workload.Name}, and whom it reaches", "It is in the network of its node: many network plugins neither isolate nor select such pods.",
            look.ComponentOf(workload) is { } component ? EntityRef.To(component) : null, Place.Of(workload.Pod["hostNetwork"]));

    private static IEnumerable<UnclearRow> Roles(ClusterLook look) =>
        from grant in look.Cluster.Permissions.Unresolved
        select new UnclearRow($"What {grant.Subject} may do by {grant.Binding.Object.Kind} {grant.Binding.Object.Name}", $"{grant.Role} was not among the manifests. Import it too.", null, Place.Of(grant.Binding["roleRef"]));

    /// <summary>What rules asked and could not answer, as long as nobody has.</summary>
    private static IEnumerable<UnclearRow> Questions(ClusterLook look) =>
        from threat in look.Content.All<Threat>()
        where threat is { Verdict.Answer: Answer.CannotTell, Assessment: null } && threat.Evidence.Count > 0 && PlaceOf(look, threat.Evidence[0]) is not null
        orderby threat.Finding?.Rule, threat.Id
        select new UnclearRow(threat.Title, threat.Verdict.Because, EntityRef.To(threat), PlaceOf(look, threat.Evidence[0]));

    private static IEnumerable<UnclearRow> WrongTypes(ClusterLook look) =>
        look.Cluster.Problems.Select(problem => new UnclearRow(problem.Message, problem.Remedy, null, new("", "", problem.File, problem.Line)));

    /// <summary>Null where the object is not of this cluster.</summary>
    private static Place? PlaceOf(ClusterLook look, Evidence seen) => look.Cluster.Find(seen.Object) is { } at ? Place.Of(at) with { Path = seen.Path } : null;
}
