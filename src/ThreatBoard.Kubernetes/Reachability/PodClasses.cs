using System.Collections.Immutable;
using System.Text;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Puts the workloads into classes, so that cost grows with what policies can tell apart, and not with pods.</summary>
internal sealed class PodClasses
{
    /// <summary>No namespace can be called so: pods that were not read, as those of an ingress controller, lie here.</summary>
    public const string StrangersNamespace = "{not read}";

    private const string DnsNamespace = "kube-system";
    private readonly Dictionary<Workload, int> _of = [];
    private readonly Lazy<ILookup<int, Workload>> _workloads;
    private readonly LabelTable _labels;

    public PodClasses(Cluster cluster, ReachSettings settings, bool withAddresses)
    {
        _workloads = new(() => _of.ToLookup(pair => pair.Value, pair => pair.Key));
        var classes = new List<PodClass>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var workload in cluster.Workloads)
        {
            var pods = ClassOf(workload, settings, withAddresses);
            var key = KeyOf(pods);
            if (!known.TryGetValue(key, out var index))
            {
                known[key] = index = classes.Count;
                classes.Add(pods);
            }
            _of[workload] = index;
        }
        (Stranger, Dns) = (classes.Count, classes.Count + 1);
        classes.Add(new(StrangersNamespace, new Dictionary<string, string>(), settings.UnreadLabelsAreAbsent ? NamedPorts.None : NamedPorts.Unknown));
        classes.Add(new(DnsNamespace, new Dictionary<string, string>(StringComparer.Ordinal) { ["k8s-app"] = "kube-dns" }, NamedPorts.None));
        All = classes;
        Namespaces = new(cluster, classes, settings);
        var unread = new IndexSet(classes.Count);
        if (!settings.UnreadLabelsAreAbsent) unread.Add(Stranger);
        _labels = new([.. classes.Select(c => c.Labels)], unread, unread);
        Hosts = new(classes.Count);
        for (var i = 0; i < classes.Count; i++)
            if (classes[i].IsOnHost) Hosts.Add(i);
    }

    public IReadOnlyList<PodClass> All { get; }

    public NamespaceTable Namespaces { get; }

    /// <summary>The class of a pod of which nothing is known, in a namespace that was not read.</summary>
    public int Stranger { get; }

    /// <summary>The class of the cluster's DNS server, as nearly every cluster has it.</summary>
    public int Dns { get; }

    /// <summary>Classes in the network of their node.</summary>
    public IndexSet Hosts { get; }

    public int Of(Workload workload) => _of[workload];

    /// <summary>The workloads of a class; none of one that only may exist.</summary>
    public IEnumerable<Workload> In(int index) => _workloads.Value[index];

    public IEnumerable<Workload> Workloads => _of.Keys;

    public Selection Carrying(LabelSelector selector) => selector.IsEmpty ? Selection.Everything(All.Count) : _labels.Select(selector);

    /// <summary>The classes whose addresses lie in a set; of pods whose addresses were not read it is only known that clusters number them privately.</summary>
    public Selection At(AddressSet addresses)
    {
        var found = Selection.Nothing(All.Count);
        var everywhere = addresses.Contains(AddressRange.IPv4);
        var perhaps = everywhere || !addresses.Intersect(AddressSet.Private).IsEmpty;
        for (var i = 0; i < All.Count; i++)
        {
            var known = All[i].Addresses;
            if (known.Length > 0 ? known.Any(a => addresses.Contains(a)) : perhaps) found.Maybe.Add(i);
            if (known.Length > 0 ? known.All(a => addresses.Contains(a)) : everywhere) found.Sure.Add(i);
        }
        return found;
    }

    private static PodClass ClassOf(Workload workload, ReachSettings settings, bool withAddresses) =>
        new(workload.Namespace, workload.Labels, NamedPorts.Of(workload))
        {
            One = workload,
            IsOnHost = workload.UsesHostNetwork && !settings.HostNetworkIsOrdinary,
            Addresses = withAddresses ? AddressesOf(workload) : [],
        };

    private static ImmutableArray<AddressRange> AddressesOf(Workload workload) =>
    [
        .. workload.Pods.Select(pod => pod["status"])
            .SelectMany(status => status["podIPs"].Items.Select(at => at["ip"].Text).Append(status["podIP"].Text))
            .Select(AddressRange.ParseAddress).OfType<AddressRange>().Distinct().OrderBy(a => a.First),
    ];

    private static string KeyOf(PodClass pods)
    {
        var key = new StringBuilder(pods.Namespace).Append('\n').Append(pods.IsOnHost).Append('\n').Append(pods.Ports.Signature).Append('\n').AppendJoin(',', pods.Addresses);
        foreach (var (name, value) in pods.Labels.OrderBy(l => l.Key, StringComparer.Ordinal)) key.Append('\n').Append(name).Append('=').Append(value);
        return key.ToString();
    }
}
