using System.Collections.Concurrent;
using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Paths;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads.Meshes;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>The objects of one cluster with their meaning: workloads, services, policies, rights; tolerant of whatever the manifests hold.</summary>
public sealed class Cluster
{
    private readonly WrongTypes _wrong = new();
    private readonly Dictionary<string, KubernetesObject> _byKey;
    private readonly ILookup<string, Cursor> _byKind;
    private readonly ILookup<(string Namespace, string Kind), Cursor> _byPlace;
    private readonly ILookup<string, Workload> _workloadsIn;
    private readonly LabelIndex _labels;
    private readonly Dictionary<(string Namespace, string Name), Service> _services;
    private readonly Lazy<ClusterPermissions> _permissions;
    private readonly Lazy<AttackGraph> _attack;
    private readonly ConcurrentDictionary<Type, Lazy<object>> _once = [];
    private readonly Lazy<Reach> _reach;
    private readonly Lazy<ImmutableArray<EntryPoint>> _entryPoints;

    private Cluster(ImmutableArray<KubernetesObject> objects, Subjects subjects)
    {
        Subjects = subjects;
        _permissions = new(() => new(this));
        _attack = new(() => new(this));
        Objects = objects;
        _reach = new(() => new(this));
        _entryPoints = new(() => EntryPoint.AllOf(this));
        PodSecurity = new(this);
        _byKey = objects.ToDictionary(o => o.Key, StringComparer.Ordinal);
        _byKind = objects.ToLookup(o => o.Known.Term, o => Cursor.At(o, _wrong), StringComparer.Ordinal);
        _byPlace = objects.ToLookup(o => (o.Namespace, o.Known.Term), o => Cursor.At(o, _wrong));
        Bindings = new(_byKind["RoleBinding"].Concat(_byKind["ClusterRoleBinding"]));
        Workloads = [.. new Ownership(_byKind, Find).Workloads()];
        _workloadsIn = Workloads.ToLookup(w => w.Namespace, StringComparer.Ordinal);
        _labels = new(Workloads);
        Services = [.. _byKind["Service"].Select(root => new Service(root))];
        _services = Services.ToDictionary(s => (s.Object.Namespace, s.Object.Name));
        Ingresses = [.. _byKind["Ingress"].Select(root => new Ingress(root))];
        Policies = [.. _byKind["NetworkPolicy"].Select(root => new NetworkPolicy(root))];
        Isolation = new(Policies);
        Namespaces = [.. objects.Select(o => o.Kind == "Namespace" ? o.Name : o.Namespace).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Names of all namespaces that are declared or that objects lie in.</summary>
    public ImmutableArray<string> Namespaces { get; }

    public ImmutableArray<Workload> Workloads { get; }

    public ImmutableArray<Service> Services { get; }

    public ImmutableArray<Ingress> Ingresses { get; }

    public ImmutableArray<NetworkPolicy> Policies { get; }

    public Isolation Isolation { get; }

    public Bindings Bindings { get; }

    /// <summary>Who can reach whom, by the policies of every kind; worked out when first asked for.</summary>
    public Reach Reach => _reach.Value;

    /// <summary>Which workloads are open to the outside, and by what.</summary>
    public ImmutableArray<EntryPoint> EntryPoints => _entryPoints.Value;

    /// <summary>Everything that was read, in the order of keys.</summary>
    public ImmutableArray<KubernetesObject> Objects { get; }

    /// <summary>What leads to what for an attacker; worked out when first asked for.</summary>
    public AttackGraph Attack => _attack.Value;

    /// <summary>Who may do what at the API server; worked out when first asked for.</summary>
    public ClusterPermissions Permissions => _permissions.Value;

    /// <summary>What the Pod Security Standards say about the pods, and which level each namespace enforces.</summary>
    public PodSecurityLevels PodSecurity { get; }

    /// <summary>What Istio and Linkerd make of traffic between workloads.</summary>
    public Mesh Mesh => Once(static c => new Mesh(c));

    /// <summary>Values of the wrong type that were met so far.</summary>
    public IReadOnlyCollection<ReadingProblem> Problems => _wrong.Problems;

    /// <summary>The entities of the model that stand for these objects; none where no model was given.</summary>
    public Subjects Subjects { get; }

    /// <summary>Of an object that several readings hold, the first is taken.</summary>
    /// <param name="objects">What all sources of the cluster read.</param>
    /// <param name="subjects">The model they belong to, for rules to point at its entities.</param>
    public static Cluster Of(IEnumerable<KubernetesObject> objects, Subjects? subjects = null) =>
        new([.. objects.DistinctBy(o => o.Key, StringComparer.Ordinal).OrderBy(o => o.Key, StringComparer.Ordinal)], subjects ?? Subjects.None);

    /// <summary>The labels of a namespace; every one carries its own name as a label, whether its object was read or not.</summary>
    public IReadOnlyDictionary<string, string> NamespaceLabels(string name)
    {
        var labels = Find($"Namespace/{name}") is { } found ? new Dictionary<string, string>(found.Object.Labels, StringComparer.Ordinal) : [];
        labels["kubernetes.io/metadata.name"] = name;
        return labels;
    }

    public IEnumerable<Workload> WorkloadsIn(string @namespace) => _workloadsIn[@namespace];

    /// <summary>Policies of a network plugin (Calico, Cilium, Antrea) that were read but not understood: beside them no verdict is certain.</summary>
    public IEnumerable<Cursor> PluginPolicies => KnownKinds.OfPlugins.SelectMany(kind => _byKind[kind.Term]);

    /// <summary>All objects of a kind, by its <see cref="KnownKind.Term"/>: <c>Gateway</c> is the Gateway API's, <c>Gateway.networking.istio.io</c> Istio's.</summary>
    public IEnumerable<Cursor> All(string kind) => _byKind[kind];

    public IEnumerable<Cursor> AllIn(string @namespace, string kind) => _byPlace[(@namespace, kind)];

    public Cursor? Find(string key) => _byKey.TryGetValue(key, out var found) ? Cursor.At(found, _wrong) : null;

    public Service? Service(string @namespace, string name) => _services.GetValueOrDefault((@namespace, name));

    /// <summary>The workloads that a Service leads to: those that it selects, or whose pods are listed for it where it selects none.</summary>
    public IEnumerable<Workload> Behind(Service service) =>
        service.Selector.Count > 0 ? _labels.Carrying(service.Selector, service.Object.Namespace) : Once(static c => new Endpoints(c)).Behind(service);

    /// <summary>Addresses outside the cluster that are listed for a Service without a selector.</summary>
    public IEnumerable<Cursor> OutsideBehind(Service service) => service.Selector.Count > 0 ? [] : Once(static c => new Endpoints(c)).Outside(service);

    /// <summary>What an analysis makes of this cluster, made when first asked for and then kept.</summary>
    internal T Once<T>(Func<Cluster, T> make)
        where T : class => (T)_once.GetOrAdd(typeof(T), _ => new(() => make(this))).Value;
}
