using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A place where a workload reads a Secret of its namespace.</summary>
internal sealed record SecretUse(Workload Reader, string Secret, Cursor At)
{
    /// <summary>Through its environment, as a volume, or projected with others; credentials for pulling images are no use of the workload's own.</summary>
    public static IEnumerable<SecretUse> Of(Workload workload) =>
        from at in workload.Containers.SelectMany(InEnvironment).Concat(workload.Pod["volumes"].Items.SelectMany(InVolume))
        let name = at.Text
        where name is { Length: > 0 }
        select new SecretUse(workload, name, at);

    private static IEnumerable<Cursor> InEnvironment(Container container) =>
        container.At["env"].Items.Select(variable => variable["valueFrom"]["secretKeyRef"]["name"]).Concat(container.At["envFrom"].Items.Select(all => all["secretRef"]["name"]));

    private static IEnumerable<Cursor> InVolume(Cursor volume) =>
        volume["projected"]["sources"].Items.Select(source => source["secret"]["name"]).Append(volume["secret"]["secretName"]);
}
