using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>The registries that a namespace's annotation approves: hosts, or hosts with a path, with commas between them.</summary>
/// <param name="At">Where they are written.</param>
/// <param name="Places">As in <c>registry.example.com</c> or <c>docker.io/library</c>.</param>
internal sealed record ApprovedRegistries(Cursor At, IReadOnlyList<string> Places)
{
    public const string Annotation = "threatboard/approved-registries";

    /// <summary>Null where nobody said anything.</summary>
    public static ApprovedRegistries? Of(string name, Cluster cluster) =>
        cluster.Find($"Namespace/{name}")?["metadata"]["annotations"][Annotation] is { Text: { } list } at
            ? new(at, [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(place => place.TrimEnd('/'))])
            : null;

    public bool Hold(ImageName image) => Places.Any(place => image.FullRepository == place || image.FullRepository.StartsWith(place + "/", StringComparison.Ordinal));
}
