using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Meshes;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>The controls with which elements begin, with what the manifests say about each; what they cannot say stays unknown.</summary>
internal sealed class ControlDerivation(Cluster cluster, Draft draft)
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";

    public void Cluster(string key, Id<Boundary> id) =>
        Add(key, EntityRef.To(id), StartingControls.Of(BoundaryKind.Cluster), control => control == ControlNames.AuditLogging ? new ControlPlaneControls(cluster).Audit : ControlState.Unknown);

    /// <summary>What a mesh asks of whatever enters; nothing where no mesh asks anything.</summary>
    private void OnEntry(string key, EntityRef of, Cursor? mode, CallerRule? callers)
    {
        if (mode is { Text: "STRICT" } strict) draft.Add(DerivedKey.Control(key, ControlNames.MutualTlsOnEntry), of, new(ControlNames.MutualTlsOnEntry, ControlDemand.Required), Present($"{strict.Object.Key}: {strict.Path} STRICT"));
        if (callers is not { Callers: not Callers.Anyone } known) return;
        draft.Add(DerivedKey.Control(key, ControlNames.AuthenticatedOnEntry), of, new(ControlNames.AuthenticatedOnEntry, ControlDemand.Required),
            Present(known.Callers == Callers.Nobody ? $"{known.At.Object.Key} lets nobody call." : $"{known.At.Object.Key} lets call: {known.Named}"));
    }

    public void Node(string key, Id<Boundary> id) => Add(key, EntityRef.To(id), StartingControls.Of(BoundaryKind.Node), _ => ControlState.Unknown);

    public void Namespace(string key, Id<Boundary> id, string name)
    {
        OnEntry(key, EntityRef.To(id), cluster.Mesh.Peers.ModeOf(name), cluster.Mesh.Authorization.Of(name));
        Add(key, EntityRef.To(id), StartingControls.Of(BoundaryKind.Namespace), control => control switch
        {
            ControlNames.RbacRoles => Named(cluster.AllIn(name, "RoleBinding"), absent: null),
            ControlNames.NetworkPolicies => NetworkPolicies(name),
            ControlNames.PodSecurityLevel => PodSecurityLevel(name),
            ControlNames.Quotas => Quotas(name),
            _ => ControlState.Unknown,
        });
    }

    public void Pod(string key, Id<Boundary> id, Workload workload)
    {
        var (mode, callers) = (cluster.Mesh.Peers.ModeFor(workload, port: null), cluster.Mesh.Authorization.Of(workload));
        OnEntry(key, EntityRef.To(id), IsOwn(mode) ? mode : null, callers is { } rule && IsOwn(rule.At) ? callers : null);
        Add(key, EntityRef.To(id), StartingControls.Of(BoundaryKind.Pod), control => control switch
        {
            ControlNames.IngressPolicy => Isolated(workload, Direction.Ingress),
            ControlNames.EgressPolicy => Isolated(workload, Direction.Egress),
            ControlNames.PodSecurityContext => SecurityContext(workload),
            ControlNames.OwnServiceAccount => workload.ServiceAccount == "default" ? Absent("It runs as the default service account.") : Present($"ServiceAccount {workload.ServiceAccount}"),
            _ => ControlState.Unknown,
        });
    }

    public void Container(string key, Id<Component> id, Container container) =>
        Add(key, EntityRef.To(id), StartingControls.OfContainer(), control => control switch
        {
            ControlNames.DroppedCapabilities => container.Drops("ALL") ? Present("capabilities.drop: [ALL]") : Absent("ALL is not dropped."),
            ControlNames.Seccomp => Profile(container.Effective("seccompProfile", "type"), "No seccomp profile is set."),
            ControlNames.AppArmor => Profile(container.Effective("appArmorProfile", "type"), whenUnset: null),
            ControlNames.ReadOnlyRoot => container.Security["readOnlyRootFilesystem"].Flag == true ? Present("readOnlyRootFilesystem: true") : Absent("The root filesystem is writable."),
            _ => ControlState.Unknown,
        });

    /// <summary>Said for chosen pods, and not for their whole namespace, whose boundary says it then.</summary>
    private static bool IsOwn(Cursor? said) => said is { } at && at.Object.Body["spec"] is TreeMap spec && spec["selector"] is not null;

    private ControlState Quotas(string name)
    {
        var quotas = Named(cluster.AllIn(name, "ResourceQuota"), IsRead(name) ? "No ResourceQuota was read." : null);
        var limits = cluster.AllIn(name, "LimitRange").Select(limit => limit.Object.Name).Take(10).ToList();
        return limits.Count == 0 ? quotas : quotas with { Because = Cut($"{quotas.Because} LimitRange {string.Join(", ", limits)}".Trim()) };
    }

    private void Add(string key, EntityRef of, IEnumerable<StartingControl> controls, Func<string, ControlState> stateOf)
    {
        foreach (var control in controls) draft.Add(DerivedKey.Control(key, control.Name), of, control, stateOf(control.Name));
    }

    private ControlState NetworkPolicies(string name)
    {
        if (cluster.Isolation.DeniesByDefault(name, Direction.Ingress) && cluster.Isolation.DeniesByDefault(name, Direction.Egress))
            return Present("Both directions are denied by default.");
        if (!cluster.Isolation.In(name).Any()) return IsRead(name) ? Absent("No NetworkPolicy was read.") : ControlState.Unknown;
        var open = cluster.WorkloadsIn(name).Where(w => !IsIsolated(w, Direction.Ingress) || !IsIsolated(w, Direction.Egress)).Select(w => w.Name).Take(5).ToList();
        return open.Count == 0 ? Present("Every workload is isolated in both directions.") : Absent($"Not isolated in both directions: {string.Join(", ", open)}.");
    }

    private ControlState PodSecurityLevel(string name) => cluster.Find($"Namespace/{name}") is not { } found ? ControlState.Unknown
        : found["metadata"]["labels"][Enforce].Text is ("baseline" or "restricted") and var level ? Present($"enforce: {level}")
        : Absent("No level, or the privileged one, is enforced.");

    private ControlState Isolated(Workload workload, Direction direction)
    {
        if (workload.UsesHostNetwork) return new(ControlPresence.Unknown, "Most networks do not isolate pods on the host network.");
        var names = cluster.Isolation.Of(workload, direction).Select(p => p.Object.Name).Take(10).ToList();
        return names.Count > 0 ? Present($"NetworkPolicy {string.Join(", ", names)}")
            : IsRead(workload.Namespace) || cluster.Isolation.In(workload.Namespace).Any() ? Absent("No NetworkPolicy selects it.")
            : ControlState.Unknown;
    }

    private bool IsIsolated(Workload workload, Direction direction) => cluster.Isolation.Of(workload, direction).Any();

    /// <summary>The namespace itself was read, so its policies and quotas would most likely be here too.</summary>
    private bool IsRead(string name) => cluster.Find($"Namespace/{name}") is not null;

    private static ControlState SecurityContext(Workload workload)
    {
        var weak = workload.Containers
            .Where(c => c.Effective("runAsNonRoot").Flag != true || c.Security["allowPrivilegeEscalation"].Flag != false || c.Security["privileged"].Flag == true)
            .Select(c => c.Name).ToList();
        return weak.Count == 0 ? Present("Every container runs as non-root without escalation.") : Absent($"May run as root or escalate: {string.Join(", ", weak.Take(10))}.");
    }

    private static ControlState Profile(Cursor type, string? whenUnset) => type.Text switch
    {
        "RuntimeDefault" or "Localhost" => Present($"{type.Path}: {type.Text}"),
        null => whenUnset is null ? ControlState.Unknown : Absent(whenUnset),
        _ => Absent($"{type.Path}: {type.Text}"),
    };

    private static ControlState Named(IEnumerable<Cursor> objects, string? absent)
    {
        var names = objects.Select(o => o.Object.Name).Take(10).ToList();
        return names.Count > 0 ? Present(string.Join(", ", names)) : absent is null ? ControlState.Unknown : Absent(absent);
    }

    private static ControlState Present(string because) => new(ControlPresence.Present, Cut(because));

    private static ControlState Absent(string because) => new(ControlPresence.Absent, Cut(because));

    private static string Cut(string because) => because.Length > Limits.Text ? because[..Limits.Text] : because;
}
