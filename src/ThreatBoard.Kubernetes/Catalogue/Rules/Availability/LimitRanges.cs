using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Availability;

/// <summary>What a namespace gives to containers that ask for nothing.</summary>
internal static class LimitRanges
{
    /// <summary>Whether a container without a limit of its own gets one; a maximum without a default is the default.</summary>
    public static bool Limit(Cluster cluster, string name, string resource) => Containers(cluster, name).Any(limit => limit["default"][resource].Exists || limit["max"][resource].Exists);

    /// <summary>Whether a container that says nothing gets a request or a limit.</summary>
    public static bool Give(Cluster cluster, string name, string resource) => Limit(cluster, name, resource) || Containers(cluster, name).Any(limit => limit["defaultRequest"][resource].Exists);

    private static IEnumerable<Cursor> Containers(Cluster cluster, string name) =>
        cluster.AllIn(name, "LimitRange").SelectMany(range => range["spec"]["limits"].Items).Where(limit => limit["type"].Text == "Container");
}
