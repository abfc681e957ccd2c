namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Where an object stands: file, 1-based document, 1-based line.</summary>
public sealed record ObjectLocation(string File, int Document, int Line);

/// <summary>One object as it was read, already masked; its key stays the same over files and API versions.</summary>
public sealed class KubernetesObject
{
    internal KubernetesObject(KnownKind known, string apiVersion, string @namespace, string name, TreeMap body, ObjectLocation location)
    {
        (Known, ApiVersion, Namespace, Name, Body, Location) = (known, apiVersion, @namespace, name, body, location);
        Key = string.Join('/', new[] { known.Group, known.Kind, @namespace, name }.Where(part => part.Length > 0));
        Labels = TextsOf("labels");
        Annotations = TextsOf("annotations");
    }

    /// <summary><c>apps/Deployment/shop/frontend</c>, <c>Service/shop/frontend</c>, <c>Namespace/shop</c>.</summary>
    public string Key { get; }

    public KnownKind Known { get; }

    public string ApiVersion { get; }

    public string Kind => Known.Kind;

    /// <summary>Empty for objects of the whole cluster.</summary>
    public string Namespace { get; }

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    public IReadOnlyDictionary<string, string> Annotations { get; }

    public TreeMap Body { get; }

    public ObjectLocation Location { get; }

    public override string ToString() => Key;

    private Dictionary<string, string> TextsOf(string field) =>
        Body["metadata"] is TreeMap metadata && metadata[field] is TreeMap texts
            ? texts.Entries.Where(e => e.Value is TreeScalar).ToDictionary(e => e.Key, e => ((TreeScalar)e.Value).Text, StringComparer.Ordinal)
            : [];
}
