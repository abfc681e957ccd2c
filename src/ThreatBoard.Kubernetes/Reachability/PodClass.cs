using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Pods that no policy can tell apart: of one namespace, with the same labels, named ports, and way to the network.</summary>
internal sealed record PodClass(string Namespace, IReadOnlyDictionary<string, string> Labels, NamedPorts Ports)
{
    /// <summary>A workload of it, for its policies; none for a class that only may exist.</summary>
    public Workload? One { get; init; }

    /// <summary>In the network of the node, where most plugins neither isolate nor select; false where settings treat them as ordinary.</summary>
    public bool IsOnHost { get; init; }

    /// <summary>Where it is told of which pods nothing is known but that they are in the cluster.</summary>
    public bool IsStranger => Namespace == PodClasses.StrangersNamespace;

    /// <summary>Addresses that were read; empty where none was, or where no policy could ask for them.</summary>
    public ImmutableArray<AddressRange> Addresses { get; init; } = [];
}
