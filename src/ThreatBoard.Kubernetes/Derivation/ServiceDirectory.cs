using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Finds the Service that a host name means, seen from a namespace, as the cluster's DNS would.</summary>
internal sealed class ServiceDirectory(Cluster cluster)
{
    private readonly Dictionary<(string Namespace, string Name), Service> _services =
        cluster.Services.ToDictionary(s => (s.Object.Namespace, s.Object.Name));

    private readonly Dictionary<string, KubernetesObject> _entries = Entries(cluster);

    private readonly System.Buffers.SearchValues<string> _names = System.Buffers.SearchValues.Create(
        [.. cluster.Services.Select(s => s.Object.Name).Concat(Entries(cluster).Keys).Distinct(StringComparer.Ordinal)], StringComparison.OrdinalIgnoreCase);

    public bool MayName(string text) => _services.Count + _entries.Count > 0 && text.AsSpan().IndexOfAny(_names) >= 0;

    /// <summary>A bare name in the own namespace; <c>name.ns</c>, <c>name.ns.svc</c> and longer anywhere; a pod's own name before either is passed over.</summary>
    public (Service? Service, bool IsQualified) Find(string host, string fromNamespace)
    {
        var parts = host.ToLowerInvariant().TrimEnd('.').Split('.');
        if (Qualified(parts) is { } direct) return (direct, true);
        if (parts.Length == 1) return (_services.GetValueOrDefault((fromNamespace, parts[0])), false);
        if (Qualified(parts[1..]) is { } ofPod) return (ofPod, true);
        return parts.Length == 2 ? (_services.GetValueOrDefault((fromNamespace, parts[1])), false) : (null, false);
    }

    /// <summary>The Service that an ExternalName only stands for, if it is one of the cluster.</summary>
    public Service? Behind(string externalName) => externalName.Split('.') is { Length: >= 3 } parts && parts[2] == "svc" ? Qualified(parts) : null;

    /// <summary>The ServiceEntry that names the host; null where none does.</summary>
    public KubernetesObject? Entry(string host) => _entries.GetValueOrDefault(host.ToLowerInvariant().TrimEnd('.'));

    private static Dictionary<string, KubernetesObject> Entries(Cluster cluster)
    {
        var entries = new Dictionary<string, KubernetesObject>(StringComparer.Ordinal);
        foreach (var entry in cluster.All("ServiceEntry"))
            foreach (var host in entry["spec"]["hosts"].Texts().Where(h => h.Length is > 3 and <= 253 && h.Contains('.', StringComparison.Ordinal) && !h.Contains('*', StringComparison.Ordinal)))
                entries.TryAdd(host.ToLowerInvariant(), entry.Object);
        return entries;
    }

    private Service? Qualified(string[] parts) =>
        parts.Length >= 2 && (parts.Length == 2 || parts[2] == "svc") ? _services.GetValueOrDefault((parts[1], parts[0])) : null;
}
