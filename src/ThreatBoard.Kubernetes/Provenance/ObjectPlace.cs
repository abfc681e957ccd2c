using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Provenance;

/// <summary>Where in the files of a snapshot something stands, with a few lines of what stands there; credentials are masked in it.</summary>
/// <param name="Object">Key of the object.</param>
/// <param name="Document">1-based number of the document in its file.</param>
/// <param name="Line">1-based line in the file.</param>
public sealed record ObjectPlace(string Object, string Path, string File, int Document, int Line, string Excerpt)
{
    /// <summary>The place that an origin's key leads to; null for what no single object says, such as the cluster itself or the internet.</summary>
    public static ObjectPlace? OfOrigin(Cluster cluster, string key) => OriginKeys.Find(cluster, key) is { } at ? Of(at) : null;

    /// <summary>The place that evidence was seen at; where nothing stands there, the object that lacks it.</summary>
    public static ObjectPlace? OfEvidence(Cluster cluster, Evidence evidence) =>
        cluster.Find(evidence.Object) is { } root ? Of(root.Follow(evidence.Path)) with { Path = evidence.Path } : null;

    public static ObjectPlace Of(Cursor at) =>
        new(at.Object.Key, at.Path, at.Object.Location.File, at.Object.Location.Document, at.Line, Provenance.Excerpt.Of(at));
}
