namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Finds the workloads of a namespace by labels without asking each of them.</summary>
internal sealed class LabelIndex(IEnumerable<Workload> workloads)
{
    private readonly ILookup<(string Namespace, string Key, string Value), Workload> _byLabel = workloads
        .SelectMany(workload => workload.Labels.Select(label => (Workload: workload, Label: label)))
        .ToLookup(w => (w.Workload.Namespace, w.Label.Key, w.Label.Value), w => w.Workload);

    /// <summary>Those that carry all of the labels, of which there must be one at least.</summary>
    public IEnumerable<Workload> Carrying(IReadOnlyDictionary<string, string> labels, string @namespace) =>
        labels.Count == 0 ? [] : _byLabel[(@namespace, labels.First().Key, labels.First().Value)].Where(w => LabelSelector.MatchesAll(labels, w.Labels));
}
