using System.Collections.Concurrent;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The namespaces with their labels, known or not, and which classes of pods lie in them.</summary>
internal sealed class NamespaceTable
{
    /// <summary>The label with which every namespace carries its own name.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    private readonly LabelTable _labels;
    private readonly IndexSet[] _classes;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Selection> _selected = new(StringComparer.Ordinal);
    private readonly int _size;

    public NamespaceTable(Cluster cluster, IReadOnlyList<PodClass> classes, ReachSettings settings)
    {
        _size = classes.Count;
        foreach (var pods in classes) _index.TryAdd(pods.Namespace, _index.Count);
        var labels = new IReadOnlyDictionary<string, string>[_index.Count];
        var (incomplete, nameless) = (new IndexSet(_index.Count), new IndexSet(_index.Count));
        foreach (var (name, index) in _index)
        {
            var read = cluster.Find($"Namespace/{name}");
            labels[index] = new Dictionary<string, string>(read?.Object.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [NameLabel] = name };
            if (read is not null || settings.UnreadLabelsAreAbsent) continue;
            incomplete.Add(index);
            if (name == PodClasses.StrangersNamespace) nameless.Add(index);
        }
        _labels = new(labels, incomplete, nameless);
        _classes = [.. _index.Select(_ => new IndexSet(_size))];
        for (var i = 0; i < _size; i++) _classes[_index[classes[i].Namespace]].Add(i);
    }

    /// <summary>The classes in one namespace.</summary>
    public Selection In(string @namespace) =>
        _index.TryGetValue(@namespace, out var index) ? new(_classes[index].Copy(), _classes[index].Copy()) : Selection.Nothing(_size);

    /// <summary>The classes in the namespaces that a selector selects.</summary>
    public Selection In(LabelSelector selector)
    {
        if (selector.IsEmpty) return Selection.Everything(_size);
        if (!_selected.TryGetValue(selector.Signature, out var known))
        {
            var namespaces = _labels.Select(selector);
            _selected[selector.Signature] = known = new(ClassesOf(namespaces.Sure), ClassesOf(namespaces.Maybe));
        }
        return new(known.Sure.Copy(), known.Maybe.Copy());
    }

    private IndexSet ClassesOf(IndexSet namespaces)
    {
        var classes = new IndexSet(_size);
        foreach (var index in namespaces.Members()) classes.UnionWith(_classes[index]);
        return classes;
    }
}
