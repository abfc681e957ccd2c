using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>What makes pods, by name: read itself, or known only because something names it as its owner.</summary>
internal sealed record OwnerName(string Key, string Kind, string Name)
{
    private const int Longest = 253;

    public static OwnerName Of(KubernetesObject read) => new(read.Key, read.Kind, read.Name);

    /// <summary>The first owner that an object names, a node aside, which owns static pods; null where there is none.</summary>
    public static OwnerName? FirstOf(Cursor root)
    {
        var owner = root["metadata"]["ownerReferences"].Items.FirstOrDefault(static reference => reference.Exists);
        if (!owner.Exists || owner["kind"].Text is not { Length: > 0 and < Longest } kind || owner["name"].Text is not { Length: > 0 and <= Longest } name || kind == "Node") return null;
        var version = owner["apiVersion"].Text ?? "";
        var group = KnownKind.Find(version, kind)?.Group ?? KnownKind.GroupOf(version);
        return new(string.Join('/', new[] { group, kind, root.Object.Namespace, name }.Where(part => part.Length > 0)), kind, name);
    }
}
