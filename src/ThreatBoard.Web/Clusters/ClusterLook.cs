using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Web.Clusters;

/// <summary>A cluster and the entities of a content that stand for it, while one question is answered.</summary>
public sealed class ClusterLook(string name, Cluster cluster, IReadOnlyDictionary<string, Workload> workloads, ModelContent content, IReadOnlySet<Id<Source>> sources)
{
    private readonly Lazy<Subjects> _subjects = new(() => new(content, sources, name));

    /// <summary>As the sources name it.</summary>
    public string Name => name;

    public Cluster Cluster => cluster;

    public ModelContent Content => content;

    public Subjects Subjects => _subjects.Value;

    /// <summary>The workload that the component is a container of; null where it is none of this cluster.</summary>
    public Workload? WorkloadOf(Component component)
    {
        foreach (var origin in component.Origins)
            if (sources.Contains(origin.Source) && workloads.TryGetValue(origin.Key, out var found)) return found;
        return null;
    }

    /// <summary>What stands for the workload where one thing is shown: its main container, else the first that is drawn; null where none is.</summary>
    public Component? ComponentOf(Workload workload) => workload.Containers.Select(Subjects.Container).FirstOrDefault(component => component is not null);

    /// <summary>Whether the component stands for whatever is outside of every cluster.</summary>
    public static bool IsInternet(Component component) => component.Origins.Any(origin => origin.Key == DerivedKey.Internet);
}
