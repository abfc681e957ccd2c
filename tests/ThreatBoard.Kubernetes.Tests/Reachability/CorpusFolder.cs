using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>Reads folders of the corpus.</summary>
internal static class CorpusFolder
{
    /// <summary>The manifests directly in the folder and below, by their names.</summary>
    public static ManifestReading Read(params IEnumerable<string> files) =>
        ManifestReader.Read(files.Select(file => new Upload(Path.GetFileName(file), File.ReadAllBytes(file))));

    public static IEnumerable<string> Manifests(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json" && Path.GetFileName(file) != "expected.json")
        .Order(StringComparer.Ordinal);

    public static Cluster Cluster(string folder) => Workloads.Cluster.Of(Read(Manifests(folder)).Objects);
}
