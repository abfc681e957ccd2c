using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Web.Clusters;

/// <summary>A cluster and the entities of a content that stand for it, while one question is answered.</summary>
public sealed class ClusterLook(string name, Cluster cluster, IReadOnlyDictionary<string, Workload> workloads, ModelContent content, IReadOnlySet<Id<Source>> sources)
{
    private readonly Lazy<Subjects> _subjects = new(() => new(content, sources, name));
    private readonly Lazy<Dictionary<string, Guid>> _byOrigin = new(() => ByOrigin(content, sources));

    /// <summary>As the sources name it.</summary>
    public string Name => name;

    public Cluster Cluster => cluster;

    public ModelContent Content => content;

    public Subjects Subjects => _subjects.Value;

    /// <summary>The same entities, of the cluster as controls on trial would make it.</summary>
    public ClusterLook With(Cluster changed) => new(name, changed, workloads, content, sources);

    /// <summary>The workload that the component is a container of; null where it is none of this cluster.</summary>
    public Workload? WorkloadOf(Component component)
    {
        foreach (var origin in component.Origins)
            if (sources.Contains(origin.Source) && workloads.TryGetValue(origin.Key, out var found)) return found;
        return null;
    }

    /// <summary>The component or boundary that an origin key of this cluster derived; null where none stands for it.</summary>
    public Guid? Find(string key) => _byOrigin.Value.TryGetValue(DerivedKey.Of(key), out var found) ? found : null;

    /// <summary>What stands for the workload where one thing is shown: its main container, else the first that is drawn; null where none is.</summary>
    public Component? ComponentOf(Workload workload) => workload.Containers.Select(Subjects.Container).FirstOrDefault(component => component is not null);

    /// <summary>Whether the sources of this cluster derived the entity.</summary>
    public bool Derived(EntityRef subject) => content.Find(subject) is IDerivedEntity entity && entity.Origins.Any(origin => sources.Contains(origin.Source));

    /// <summary>Whether the component stands for whatever is outside of every cluster.</summary>
    public static bool IsInternet(Component component) => component.Origins.Any(origin => origin.Key == DerivedKey.Internet);

    private static Dictionary<string, Guid> ByOrigin(ModelContent content, IReadOnlySet<Id<Source>> sources)
    {
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (id, origins) in content.All<Component>().Select(c => (c.Id.Value, c.Origins)).Concat(content.All<Boundary>().Select(b => (b.Id.Value, b.Origins))))
            foreach (var origin in origins)
                if (sources.Contains(origin.Source)) found.TryAdd(origin.Key, id);
        return found;
    }
}
