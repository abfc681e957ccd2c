using ThreatBoard.Kubernetes.Paths.Rights;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>The nodes that a right is confined to by the names in its rule.</summary>
internal sealed class NamedTargets
{
    private readonly Places _places;
    private readonly ILookup<string, Cursor> _secrets;
    private readonly ILookup<string, RbacSubject> _accounts;
    private readonly ILookup<string, Workload> _workloads;

    public NamedTargets(GraphDraft draft, Places places)
    {
        _places = places;
        _secrets = draft.Cluster.All("Secret").ToLookup(s => s.Object.Name, StringComparer.Ordinal);
        _accounts = draft.Cluster.Permissions.Accounts.ToLookup(a => a.Name, StringComparer.Ordinal);
        _workloads = draft.Cluster.Workloads.ToLookup(w => w.Name, StringComparer.Ordinal);
    }

    public IEnumerable<int> Of(HeldRight right) => right.Names.SelectMany(name => right.Gain switch
    {
        RightGain.Secrets when right.Namespace is { } place => [_places.Secret(place, name)],
        RightGain.Secrets => _secrets[name].Select(secret => _places.Secret(secret.Object.Namespace, name)),
        RightGain.Accounts when right.Namespace is { } place => [_places.Subject(RbacSubject.Account(place, name))],
        RightGain.Accounts => _accounts[name].Select(_places.Subject),
        _ => WorkloadsOf(name).Where(w => right.Namespace is null || w.Namespace == right.Namespace).SelectMany(w => w.Containers).Select(_places.Container),
    });

    /// <summary>Pods are named after what makes them, with parts after dashes.</summary>
    private IEnumerable<Workload> WorkloadsOf(string pod)
    {
        for (var name = pod; name.Length > 0; name = name[..name.LastIndexOf('-')])
        {
            if (_workloads[name].Any()) return _workloads[name];
            if (!name.Contains('-', StringComparison.Ordinal)) break;
        }
        return [];
    }
}
