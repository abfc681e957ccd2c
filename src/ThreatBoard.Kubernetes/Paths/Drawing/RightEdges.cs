using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Paths.Rights;
using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>What rights at the API server lead to, for everybody whom a binding names.</summary>
internal sealed class RightEdges(GraphDraft draft, Places places)
{
    private const string Masters = "system:masters";
    private readonly ClusterPermissions _permissions = draft.Cluster.Permissions;
    private readonly NamedTargets _targets = new(draft, places);

    public void Draw()
    {
        var powerful = new HashSet<RbacSubject>();
        foreach (var subject in _permissions.Subjects)
        {
            var (holder, own, seen) = (Holder.Named(_permissions, subject), places.Subject(subject), new HashSet<(string, int, Grant)>());
            foreach (var right in RightKind.All.SelectMany(kind => kind.HeldBy(holder)))
            {
                if (draft.IsFull) return;
                powerful.Add(subject);
                foreach (var target in TargetsOf(right))
                    if (seen.Add((right.Kind.Code, target, right.By.Grant))) draft.Step(own, target, Reason(right));
            }
        }
        Members(powerful);
        Strangers(powerful);
    }

    private static EdgeReason Reason(HeldRight right) =>
        new(right.Kind.Code, $"{right.Words}: {right.By}", [.. right.By.Evidence]) { Right = right.By };

    private IEnumerable<int> TargetsOf(HeldRight right) => right.Gain switch
    {
        RightGain.ApiServer => [places.ApiServer],
        RightGain.Administrator => [right.Namespace is { } place ? places.Administrator(place) : places.ApiServer],
        RightGain.OwnPod => [right.Namespace is { } place ? places.OwnPod(place) : places.Everywhere("own pods")],
        RightGain.Machines => [places.Everywhere("nodes")],
        RightGain.Groups when right.Names.Count == 0 || right.Names.Contains(Masters, StringComparer.Ordinal) => [places.ApiServer],
        RightGain.Groups => right.Names.Select(RbacSubject.Group).Where(_permissions.IsNamed).Select(places.Subject),
        RightGain.Users when right.Names.Count == 0 => [places.Everywhere("users")],
        RightGain.Users => right.Names.Select(RbacSubject.User).Where(_permissions.IsNamed).Select(places.Subject),
        _ when right.Names.Count > 0 => _targets.Of(right),
        RightGain.Containers => [right.Namespace is { } place ? places.Containers(place) : places.Everywhere("containers")],
        RightGain.Listeners => [right.Namespace is { } place ? places.Listeners(place) : places.Everywhere("listeners")],
        RightGain.Secrets => [right.Namespace is { } place ? places.Secrets(place) : places.Everywhere("secrets")],
        _ => [right.Namespace is { } place ? places.Accounts(place) : places.Everywhere("accounts")],
    };

    /// <summary>Rights of a group and of a second name are rights of its members.</summary>
    private void Members(HashSet<RbacSubject> powerful)
    {
        foreach (var subject in _permissions.Accounts.Concat(_permissions.Subjects).Distinct().Where(s => s.Kind != SubjectKind.Group))
        {
            foreach (var group in subject.AlsoKnownAs().Where(powerful.Contains)) draft.Same(places.Subject(subject), places.Subject(group));
            if (subject.Kind == SubjectKind.User) draft.Same(places.Everywhere("users"), places.Subject(subject));
        }
    }

    /// <summary>What somebody without a credential may do, every pod may that gets to the API server.</summary>
    private void Strangers(HashSet<RbacSubject> powerful)
    {
        foreach (var stranger in new[] { RbacSubject.Anonymous, RbacSubject.Unauthenticated }.Where(powerful.Contains))
            foreach (var workload in draft.Cluster.Workloads.Where(w => !draft.Cluster.Isolation.Of(w, Direction.Egress).Any()))
                draft.Step(places.Pod(workload), places.Subject(stranger), GraphDraft.Reason("anonymous", "calls the API server without any credential"));
    }
}
