using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>A text that a container is given: an environment variable, an argument, or a file of a ConfigMap.</summary>
/// <param name="Name">The variable's or file's name; empty for an argument.</param>
/// <param name="At">Where the text stands.</param>
/// <param name="Mount">Where the container takes it in, when that is another place.</param>
internal sealed record TextSource(string Name, Cursor At, Cursor? Mount);

/// <summary>Everything a container is told by its manifests.</summary>
internal static class TextSources
{
    public static IEnumerable<TextSource> Of(Container container, Cluster cluster) =>
        Environment(container, cluster).Concat(Arguments(container)).Concat(Files(container, cluster));

    public static IEnumerable<TextSource> Environment(Container container, Cluster cluster)
    {
        var @namespace = container.Workload.Namespace;
        foreach (var variable in container.At["env"].Items)
        {
            var name = variable["name"].Text ?? "";
            var reference = variable["valueFrom"]["configMapKeyRef"];
            if (variable["value"].Exists) yield return new(name, variable["value"], null);
            else if (reference["name"].Text is { } map && reference["key"].Text is { } key && cluster.Find($"ConfigMap/{@namespace}/{map}") is { } found)
                yield return new(name, found["data"][key], reference["key"]);
        }
        foreach (var all in container.At["envFrom"].Items)
        {
            if (all["configMapRef"]["name"] is not { Text: { } map } at || cluster.Find($"ConfigMap/{@namespace}/{map}") is not { } found) continue;
            foreach (var (key, value) in found["data"].Entries) yield return new(all["prefix"].Text + key, value, at);
        }
    }

    private static IEnumerable<TextSource> Arguments(Container container)
    {
        var previous = "";
        foreach (var argument in container.At["command"].Items.Concat(container.At["args"].Items))
        {
            yield return new(previous.StartsWith('-') ? previous : "", argument, null);
            previous = argument.Text ?? "";
        }
    }

    private static IEnumerable<TextSource> Files(Container container, Cluster cluster)
    {
        var mounted = container.At["volumeMounts"].Items.Select(m => m["name"].Text).ToHashSet(StringComparer.Ordinal);
        foreach (var volume in container.Workload.Pod["volumes"].Items)
        {
            if (!mounted.Contains(volume["name"].Text)) continue;
            var maps = volume["projected"]["sources"].Items.Select(s => s["configMap"]["name"]).Prepend(volume["configMap"]["name"]);
            foreach (var map in maps)
            {
                if (map.Text is not { } name || cluster.Find($"ConfigMap/{container.Workload.Namespace}/{name}") is not { } found) continue;
                foreach (var (key, text) in found["data"].Entries) yield return new(key, text, map);
            }
        }
    }
}
