namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>A kind of object that is read; the group is today's, whatever group an old manifest names.</summary>
public sealed record KnownKind(string Group, string Kind, bool Namespaced, params string[] FormerGroups)
{
    /// <summary>Where two groups have a kind of one name, the one that is meant when nobody names the group stands first.</summary>
    public static IReadOnlyList<KnownKind> All => KnownKinds.All;

    /// <summary>The kind's name; with its group, as kubectl writes it, where another group had the name first: <c>Gateway.networking.istio.io</c>.</summary>
    public string Term => KnownKinds.IsFirst(this) ? Kind : $"{Kind}.{Group}";

    /// <summary>The kind, or null when it is not used (a custom resource, or another group's object of the same name).</summary>
    public static KnownKind? Find(string apiVersion, string kind)
    {
        var group = GroupOf(apiVersion);
        return KnownKinds.Named(kind).FirstOrDefault(k => apiVersion.Length == 0 || k.Group == group || k.FormerGroups.Contains(group, StringComparer.Ordinal));
    }

    public static string GroupOf(string apiVersion) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? apiVersion[..slash] : "";
}
