using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Patches;

/// <summary>Writes patches of objects.</summary>
internal static class PatchText
{
    public static Patch Change(KubernetesObject of, params (string Key, TreeNode? Value)[] fields) =>
        new(PatchAction.Change, of.Key, YamlText.Of(YamlTree.Map([.. Head(of.ApiVersion, of.Kind, of.Namespace, of.Name), .. fields])));

    public static Patch Create(KnownKind kind, string apiVersion, string @namespace, string name, params (string Key, TreeNode? Value)[] fields) =>
        new(PatchAction.Create, string.Join('/', new[] { kind.Group, kind.Kind, @namespace, name }.Where(part => part.Length > 0)),
            YamlText.Of(YamlTree.Map([.. Head(apiVersion, kind.Kind, @namespace, name), .. fields])));

    public static Patch Delete(KubernetesObject of) =>
        new(PatchAction.Delete, of.Key, YamlText.Of(YamlTree.Map([.. Head(of.ApiVersion, of.Kind, of.Namespace, of.Name), ("$patch", YamlTree.Text("delete"))])));

    /// <summary>A patch of the pod template, wherever the kind of workload keeps it.</summary>
    public static Patch ChangePod(Workload workload, TreeNode pod) => Change(workload.Object, workload.Object.Kind switch
    {
        "Pod" => ("spec", pod),
        "CronJob" => ("spec", YamlTree.Under(pod, "jobTemplate", "spec", "template", "spec")),
        _ => ("spec", YamlTree.Under(pod, "template", "spec")),
    });

    private static (string Key, TreeNode? Value)[] Head(string apiVersion, string kind, string @namespace, string name) =>
    [
        ("apiVersion", YamlTree.Text(apiVersion)),
        ("kind", YamlTree.Text(kind)),
        ("metadata", YamlTree.Map(("name", YamlTree.Text(name)), ("namespace", @namespace.Length > 0 ? YamlTree.Text(@namespace) : null))),
    ];
}
