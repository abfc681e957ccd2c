using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>A backend of an Ingress: the Service it leads to, on which port, and whether TLS covers its host.</summary>
public sealed record IngressRoute(Cursor At, string Host, string Service, string? Port, bool IsEncrypted);

/// <summary>An Ingress with its routes, in the form of today or of the API versions that are gone.</summary>
public sealed class Ingress
{
    private const string FormerClass = "kubernetes.io/ingress.class";
    private readonly HashSet<string> _covered = new(StringComparer.Ordinal);
    private readonly bool _coversAll;

    public Ingress(Cursor root)
    {
        Root = root;
        Spec = root["spec"];
        foreach (var tls in Spec["tls"].Items)
        {
            var hosts = tls["hosts"].Texts();
            _coversAll |= hosts.Count == 0;
            _covered.UnionWith(hosts);
        }
        Routes = [.. Spec["rules"].Items.SelectMany(RoutesOf), .. RoutesOf(Spec["defaultBackend"], ""), .. RoutesOf(Spec["backend"], "")];
    }

    public Cursor Root { get; }

    public Cursor Spec { get; }

    /// <summary>The class that decides which controller carries it, in the field or in the annotation of old; absent where the cluster's default decides.</summary>
    public Cursor Class => Spec["ingressClassName"].Exists || !Object.Annotations.ContainsKey(FormerClass) ? Spec["ingressClassName"] : Root["metadata"]["annotations"][FormerClass];

    public KubernetesObject Object => Root.Object;

    public IReadOnlyList<IngressRoute> Routes { get; }

    /// <summary>TLS without hosts covers every host; a wildcard covers one label.</summary>
    public bool Covers(string host) =>
        _coversAll || _covered.Contains(host) || (host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && _covered.Contains($"*{host.AsSpan(dot)}"));

    private IEnumerable<IngressRoute> RoutesOf(Cursor rule)
    {
        var host = rule["host"].Text ?? "";
        return rule["http"]["paths"].Items.SelectMany(path => RoutesOf(path["backend"], host));
    }

    private IEnumerable<IngressRoute> RoutesOf(Cursor backend, string host)
    {
        var named = backend["service"]["name"];
        var port = backend["service"]["port"];
        if (named.Text is { } service)
            yield return new(named, host, service, port["name"].Text ?? port["number"].Text, Covers(host));
        else if (backend["serviceName"].Text is { } former)
            yield return new(backend["serviceName"], host, former, backend["servicePort"].Text, Covers(host));
    }
}
