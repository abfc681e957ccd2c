using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Finds the Kubernetes objects in a document's tree, takes lists apart, and masks each object before anybody else sees it.</summary>
internal sealed class ObjectReader(ReadingCollector collector, string defaultNamespace)
{
    private const int LongestName = 253;

    public void Read(TreeNode? root, string file, int document)
    {
        if (root is null or TreeScalar { Kind: ScalarKind.Null }) return;
        var at = new ObjectLocation(file, document, root.Line);
        if (root is not TreeMap map)
            collector.Report(ProblemSeverity.Refused, at, "Not a Kubernetes object: the document is not a map.", "Leave the file out.");
        else
            Read(map, at, listKind: null, listVersion: null);
    }

    private void Read(TreeMap map, ObjectLocation at, string? listKind, string? listVersion)
    {
        var kind = Text(map, "kind") ?? listKind;
        var version = Text(map, "apiVersion") ?? listVersion ?? "";
        if (kind is null)
            collector.Report(ProblemSeverity.Refused, at, "Not a Kubernetes object: its 'kind' is missing in the document.", "Leave the file out if it is no manifest (values, settings).");
        else if (kind.Contains("{{", StringComparison.Ordinal))
            collector.Report(ProblemSeverity.Refused, at, HelmTemplate.Message, HelmTemplate.Remedy);
        else if (kind.EndsWith("List", StringComparison.Ordinal) && map["items"] is { } items)
            ReadItems(items, at, kind == "List" ? null : kind[..^4], version);
        else if (KnownKind.Find(version, kind) is { } known)
            ReadObject(known, version, map, at);
        else
            collector.CountNotUsed(Short(version), Short(kind));
    }

    private void ReadItems(TreeNode items, ObjectLocation at, string? kind, string version)
    {
        if (items is not TreeList list)
        {
            if (items is not TreeScalar { Kind: ScalarKind.Null })
                collector.Report(ProblemSeverity.Refused, at, "'items' of the list is not a list.", "Export it again with kubectl get -o yaml.");
            return;
        }
        foreach (var item in list.Items)
        {
            var here = at with { Line = item.Line };
            if (item is TreeMap map) Read(map, here, kind, kind is null ? null : version);
            else collector.Report(ProblemSeverity.Refused, here, "An item of the list is not an object.", "Remove it.");
        }
    }

    private void ReadObject(KnownKind known, string version, TreeMap map, ObjectLocation at)
    {
        var metadata = map["metadata"] as TreeMap ?? TreeMap.Empty;
        var name = Text(metadata, "name") ?? Text(metadata, "generateName");
        if (string.IsNullOrEmpty(name))
            collector.Report(ProblemSeverity.Refused, at, $"The {known.Kind} has no name.", "Give it metadata.name.");
        else if (name.Contains("{{", StringComparison.Ordinal))
            collector.Report(ProblemSeverity.Refused, at, HelmTemplate.Message, HelmTemplate.Remedy);
        else if (name.Length > LongestName || Text(metadata, "namespace") is { Length: > LongestName })
            collector.Report(ProblemSeverity.Refused, at, $"The {known.Kind} has a name longer than {LongestName} characters.", "Shorten it.");
        else
        {
            if (version.Length == 0)
                collector.Report(ProblemSeverity.Warning, at, $"The {known.Kind} '{name}' has no apiVersion.", "Give it one; kubectl refuses it so.");
            var body = ObjectMasker.Mask(map, known.Kind);
            collector.Add(new(known, version, NamespaceOf(known, metadata), name, body, at));
        }
    }

    private string NamespaceOf(KnownKind known, TreeMap metadata)
    {
        if (!known.Namespaced) return "";
        if (Text(metadata, "namespace") is { Length: > 0 } named) return named;
        collector.CountWithoutNamespace();
        return defaultNamespace;
    }

    private static string Short(string text) => text.Length > LongestName ? text[..LongestName] : text;

    private static string? Text(TreeMap map, string key) => map[key] is TreeScalar { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;
}
