using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>What a host name leads to: a Service of the cluster, or a host outside that a ServiceEntry of a mesh names.</summary>
internal sealed record NamedTarget(Mention Mention, Service? Service, KubernetesObject? Entry)
{
    /// <summary>What stands outside: the host itself, an ExternalName, or the addresses that a Service lists; null where pods answer.</summary>
    public OutsideHost? Outside(Cluster cluster)
    {
        if (Service is null) return new(DerivedKey.OutsideName(Mention.Host.ToLowerInvariant()), Mention.Host.ToLowerInvariant(), $"Named by {Entry?.Key}.");
        if (Service.ExternalName is { } name) return new(DerivedKey.OutsideName(name), name, $"{Service.Object.Key} stands for it.");
        var addresses = cluster.OutsideBehind(Service).Select(address => address.Text).Distinct(StringComparer.Ordinal).Take(10).ToList();
        return addresses.Count == 0 ? null
            : new(DerivedKey.OutsideService(Service.Object.Namespace, Service.Object.Name), Service.Object.Name, $"{Service.Object.Key} leads to {string.Join(", ", addresses)}.");
    }
}
