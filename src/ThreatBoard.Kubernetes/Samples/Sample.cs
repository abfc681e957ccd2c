using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Samples;

/// <summary>The shop that comes with the product: three tiers, each in its own namespace, once weak and once hardened.</summary>
public static class Sample
{
    public static SourceDescription Source { get; } = new(Cluster: "shop-cluster", Environment: "production", Name: "shop");

    /// <summary>As it is found all too often.</summary>
    public static IReadOnlyList<Upload> Weak { get; } = Read("Samples/weak/");

    /// <summary>With the controls in place; one Deployment has a new name, and a cache was added.</summary>
    public static IReadOnlyList<Upload> Hardened { get; } = Read("Samples/hardened/");

    private static IReadOnlyList<Upload> Read(string folder)
    {
        var assembly = typeof(Sample).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Upload(name[(name.LastIndexOf('/') + 1)..], Content(name))),
        ];

        byte[] Content(string name)
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            return content;
        }
    }
}
