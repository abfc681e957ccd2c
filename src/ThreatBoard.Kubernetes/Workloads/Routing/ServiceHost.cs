namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>The Service that a host name of a mesh object means: a bare name is one of its own namespace.</summary>
internal sealed record ServiceHost(string Namespace, string Name)
{
    /// <returns>Null for a wildcard, and for a name outside the cluster.</returns>
    public static ServiceHost? Of(string host, string ownNamespace) => host.ToLowerInvariant().TrimEnd('.').Split('.') switch
    {
        _ when host.Length is 0 or > 253 || host.Contains('*', StringComparison.Ordinal) => null,
        [var name] => new(ownNamespace, name),
        [var name, var @namespace] => new(@namespace, name),
        [var name, var @namespace, "svc", ..] => new(@namespace, name),
        _ => null,
    };
}
