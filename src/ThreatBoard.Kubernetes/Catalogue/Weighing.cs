using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Makes what rules suggest fit the place: likelier where the internet reaches, less likely where an enforced Pod Security level forbids it.</summary>
internal sealed class Weighing
{
    internal const string More = "More likely:";
    internal const string Less = "Less likely:";
    private readonly Cluster _cluster;
    private readonly OpenToInternet _open;
    private readonly Dictionary<Guid, Workload> _workloads = [];
    private readonly Dictionary<Workload, IReadOnlyList<PodSecurityViolation>> _forbidden = [];

    private readonly Subjects _subjects;

    public Weighing(Cluster cluster, Subjects? subjects = null)
    {
        (_cluster, _open, _subjects) = (cluster, new(cluster), subjects ?? cluster.Subjects);
        foreach (var workload in cluster.Workloads)
        {
            if (_subjects.Pod(workload) is { } pod) _workloads.TryAdd(pod.Id.Value, workload);
            foreach (var container in workload.Containers)
                if (_subjects.Container(container) is { } component) _workloads.TryAdd(component.Id.Value, workload);
        }
    }

    /// <summary>Whether the subject is a pod, or a container of one, that the internet reaches, or the way to it.</summary>
    public bool IsExposed(EntityRef subject) => _subjects.IsExposure(subject) || _workloads.TryGetValue(subject.Id, out var workload) && _open.Entry(workload) is not null;

    /// <summary>The same finding with figures for where it was found, and the reason in words.</summary>
    public Finding Weigh(Finding finding)
    {
        if (!_workloads.TryGetValue(finding.Subject.Id, out var workload)) return finding;
        var (likelihood, words) = (finding.Card.Suggested.Likelihood, new List<string>());
        if (_open.Entry(workload) is { } entry)
        {
            likelihood++;
            words.Add($"{More} the internet reaches {workload.Name} through {entry.Via}.");
        }
        if (IsForbidden(finding, workload))
        {
            likelihood--;
            words.Add($"{Less} {workload.Namespace} enforces the {_cluster.PodSecurity.In(workload.Namespace).Label?.Text} level, which forbids it.");
        }
        return words.Count == 0 ? finding : finding with
        {
            Suggested = new Rating(Math.Clamp(likelihood, Rating.Lowest, Rating.Highest), finding.Card.Suggested.Impact),
            Adjusted = string.Join(' ', words),
        };
    }

    /// <summary>The places that the rule points at are places that the namespace's level refuses.</summary>
    private bool IsForbidden(Finding finding, Workload workload) =>
        finding.Card.References is { PodSecurity.Length: > 0 }
        && ForbiddenIn(workload).Any(violation => violation.Evidence.Any(refused => finding.Evidence.Any(seen => IsSame(seen, refused))));

    private IReadOnlyList<PodSecurityViolation> ForbiddenIn(Workload workload)
    {
        if (!_forbidden.TryGetValue(workload, out var violations)) _forbidden[workload] = violations = _cluster.PodSecurity.Forbidden(workload);
        return violations;
    }

    private static bool IsSame(Evidence one, Evidence other) => one.Object == other.Object && (Holds(one.Path, other.Path) || Holds(other.Path, one.Path));

    private static bool Holds(string above, string path) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');
}
