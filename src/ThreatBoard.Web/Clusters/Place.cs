using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Web.Clusters;

/// <summary>Where something stands in what was imported.</summary>
/// <param name="Object">The object's kind and name.</param>
/// <param name="Path">In its YAML; empty for the whole object.</param>
/// <param name="Line">1-based; 0 where it is not known.</param>
public sealed record Place(string Object, string Path, string File, int Line)
{
    /// <summary>As editors take it: <c>shop/web.yaml:12</c>.</summary>
    public string FileLine => Line > 0 ? $"{File}:{Line}" : File;

    public static Place Of(Cursor at) => new($"{at.Object.Kind} {at.Object.Name}", at.Evidence.Path, at.Object.Location.File, at.Line);
}
