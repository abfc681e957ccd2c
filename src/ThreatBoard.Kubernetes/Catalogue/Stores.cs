using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Tells containers that keep data, by their image.</summary>
internal static class Stores
{
    public static bool IsOne(Container container) => container.Role == ContainerRole.Main && KnownStores.Find(container.Image) is not null;
}
