using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>One namespace: what it enforces, how far its pods are isolated, and the open threats inside.</summary>
/// <param name="Security">What it enforces and could enforce.</param>
/// <param name="Threats">Open threats whose subject lies in it.</param>
/// <param name="At">The Namespace object; null where it was not read.</param>
public sealed record NamespaceRow(string Name, EntityRef? Boundary, int Workloads, NamespaceSecurity Security, PolicyStanding Ingress, PolicyStanding Egress, int Threats, Place? At)
{
    /// <summary>The level that is enforced, or why that cannot be told.</summary>
    public string Enforced => Security.Enforced is { } level ? Security.Label is { Exists: true } ? level.ToString() : "Nothing" : "Unknown";

    /// <summary>The strictest level that it could enforce today.</summary>
    public string Strictest => Workloads == 0 ? "No pods" : Security.Strictest.ToString();

    /// <summary>It could enforce more than it does without losing a pod.</summary>
    public bool CouldBeStricter => Workloads > 0 && (Security.Enforced ?? PodSecurityLevel.Privileged) < Security.Strictest;

    public static Listed<NamespaceRow> All(ClusterLook look, DateOnly today)
    {
        var levels = new PodSecurityLevels(look.Cluster);
        var threats = OpenThreats(look, today);
        return Listed.Of(look.Cluster.Namespaces.Select(name => Of(look, name, levels, threats)));
    }

    private static NamespaceRow Of(ClusterLook look, string name, PodSecurityLevels levels, Dictionary<Guid, int> threats)
    {
        var boundary = look.Subjects.Namespace(name);
        return new(
            name,
            boundary is null ? null : EntityRef.To(boundary),
            look.Cluster.WorkloadsIn(name).Count(),
            levels.In(name),
            PolicyStanding.Of(look, name, Direction.Ingress),
            PolicyStanding.Of(look, name, Direction.Egress),
            boundary is null ? 0 : threats.GetValueOrDefault(boundary.Id.Value),
            look.Cluster.Find($"Namespace/{name}") is { } at ? Place.Of(at) : null);
    }

    private static Dictionary<Guid, int> OpenThreats(ClusterLook look, DateOnly today)
    {
        var surroundings = Surroundings.Of(ModelGraph.Of(look.Content));
        var states = ThreatState.OfAll(look.Content, today);
        return look.Content.All<Threat>().Where(threat => !threat.Subject.IsGone && states[threat.Id].Status.IsOpen())
            .SelectMany(threat => surroundings.Around(threat.Subject.Ref)).CountBy(boundary => boundary.Id.Value).ToDictionary();
    }
}
