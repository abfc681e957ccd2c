using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Finds the Service that a host name means, seen from a namespace, as the cluster's DNS would.</summary>
internal sealed class ServiceDirectory(Cluster cluster)
{
    private readonly Dictionary<(string Namespace, string Name), Service> _services =
        cluster.Services.ToDictionary(s => (s.Object.Namespace, s.Object.Name));

    private readonly System.Buffers.SearchValues<string> _names = System.Buffers.SearchValues.Create(
        [.. cluster.Services.Select(s => s.Object.Name).Distinct(StringComparer.Ordinal)], StringComparison.OrdinalIgnoreCase);

    public bool MayName(string text) => _services.Count > 0 && text.AsSpan().IndexOfAny(_names) >= 0;

    /// <summary>A bare name in the own namespace; <c>name.ns</c>, <c>name.ns.svc</c> and longer anywhere; a pod's own name before either is passed over.</summary>
    public (Service? Service, bool IsQualified) Find(string host, string fromNamespace)
    {
        var parts = host.ToLowerInvariant().TrimEnd('.').Split('.');
        if (Qualified(parts) is { } direct) return (direct, true);
        if (parts.Length == 1) return (_services.GetValueOrDefault((fromNamespace, parts[0])), false);
        if (Qualified(parts[1..]) is { } ofPod) return (ofPod, true);
        return parts.Length == 2 ? (_services.GetValueOrDefault((fromNamespace, parts[1])), false) : (null, false);
    }

    private Service? Qualified(string[] parts) =>
        parts.Length >= 2 && (parts.Length == 2 || parts[2] == "svc") ? _services.GetValueOrDefault((parts[1], parts[0])) : null;
}
