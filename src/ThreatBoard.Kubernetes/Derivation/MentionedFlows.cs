using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Flows to Services that environment, arguments or settings of a container name.</summary>
internal sealed class MentionedFlows(Cluster cluster, FlowDrafts flows)
{
    private const int LongestText = 200_000;
    private const int MostMentions = 200;
    private readonly ServiceDirectory _directory = new(cluster);
    private readonly Dictionary<(string Object, string Path, string Name), List<NamedTarget>> _seen = [];

    public void Run()
    {
        foreach (var container in cluster.Workloads.SelectMany(w => w.Containers))
        {
            var ports = new Lazy<Dictionary<string, Cursor>>(() => PortsOf(container));
            foreach (var source in TextSources.Of(container, cluster))
            {
                if (!flows.TakeLook()) return;
                foreach (var named in Named(source, container.Workload.Namespace))
                    Add(container, source, named, named.Mention.IsAlone && named.Mention.Port is null ? PairedPort(ports.Value, source.Name) : null);
            }
        }
    }

    /// <summary>A ConfigMap that many containers mount is looked through once.</summary>
    private List<NamedTarget> Named(TextSource source, string @namespace)
    {
        var key = (source.At.Object.Key, source.At.Path, source.Name);
        if (!_seen.TryGetValue(key, out var named)) _seen[key] = named = [.. Look(source, @namespace).Distinct().Take(MostMentions)];
        return named;
    }

    private IEnumerable<NamedTarget> Look(TextSource source, string @namespace)
    {
        if (source.At.Text is not { } whole || !_directory.MayName(whole)) yield break;
        var text = whole.Length > LongestText ? whole[..LongestText] : whole;
        foreach (var mention in Mention.In(text, source.Name))
        {
            var (service, qualified) = _directory.Find(mention.Host, @namespace);
            if (service is not null && IsMeant(mention, service, qualified))
                yield return new(mention, service.ExternalName is { } name ? _directory.Behind(name) ?? service : service, null);
            else if (service is null && _directory.Entry(mention.Host) is { } entry)
                yield return new(mention, null, entry);
        }
    }

    /// <summary>A bare word that is also a Service's name means it only with a scheme, a port of it, or under a telling name.</summary>
    private static bool IsMeant(Mention mention, Service service, bool qualified) =>
        qualified || mention.IsAlone || mention.Scheme is not null || (mention.Port is { } port && service.Port($"{port}") is not null);

    /// <summary>The port beside a host: <c>DB_PORT</c> for <c>DB_HOST</c>.</summary>
    private static Cursor? PairedPort(Dictionary<string, Cursor> ports, string name) =>
        name.LastIndexOf('_') is > 0 and var cut && ports.TryGetValue($"{name[..cut]}_PORT", out var port) ? port : null;

    private Dictionary<string, Cursor> PortsOf(Container container)
    {
        var ports = new Dictionary<string, Cursor>(StringComparer.Ordinal);
        foreach (var variable in TextSources.Environment(container, cluster))
            if (variable.Name.EndsWith("_PORT", StringComparison.Ordinal)) ports[variable.Name] = variable.At;
        return ports;
    }

    private void Add(Container container, TextSource source, NamedTarget named, Cursor? paired)
    {
        var (mention, service) = (named.Mention, named.Service);
        var number = mention.Port ?? (int.TryParse(paired?.Text, out var beside) ? beside : null);
        var port = service is null ? null : PortOf(service, mention.Scheme, number);
        Evidence[] evidence = [Shown(source, mention), .. paired is { } pair ? [pair.Evidence] : Array.Empty<Evidence>()];
        if (named.Outside(cluster) is { } outside)
            flows.Add(container, outside, number ?? port?.Number, KnownProtocols.Of(mention.Scheme, port?.Name ?? "", number ?? port?.Number),
                KnownProtocols.EncryptionOf(mention.Scheme, number ?? port?.Number), evidence);
        if (service is null) return;
        foreach (var workload in cluster.Behind(service))
        {
            if (!flows.TakeLook()) return;
            if (workload == container.Workload || workload.Answering(port?.Target ?? "") is not { } target) continue;
            var at = port is null ? number : TargetPort(target, port);
            flows.Add(container, target, service, at,
                KnownProtocols.Of(mention.Scheme, port?.Name ?? "", at), KnownProtocols.EncryptionOf(mention.Scheme, port?.Number ?? number), evidence);
        }
    }

    /// <summary>Of a long text only what was recognised is shown.</summary>
    private static Evidence Shown(TextSource source, Mention mention)
    {
        var whole = source.At.Evidence;
        if (whole.Value.Length <= 120 && !whole.Value.Contains('\n', StringComparison.Ordinal)) return whole;
        return whole with { Value = $"{(mention.Scheme is { } scheme ? $"{scheme}://" : "")}{mention.Host}{(mention.Port is { } port ? $":{port}" : "")}" };
    }

    private static ServicePort? PortOf(Service service, string? scheme, int? number) =>
        number is { } given ? service.Port($"{given}") ?? service.Ports.FirstOrDefault(p => p.Target == $"{given}")
        : service.Ports.FirstOrDefault(p => scheme is not null && (p.Name == scheme || p.Number == (scheme == "https" ? 443 : scheme == "http" ? 80 : 0)))
            ?? (service.Ports.Count > 0 ? service.Ports[0] : null);

    internal static int? TargetPort(Container target, ServicePort port) =>
        int.TryParse(port.Target, out var number) ? number : target.PortNamed(port.Target) ?? port.Number;
}
