namespace ThreatBoard.Kubernetes.Workloads.Meshes;

/// <summary>The service meshes whose settings are read.</summary>
public enum MeshKind { None, Istio, Linkerd }

/// <summary>Whether a workload's traffic goes through a mesh, and what says so.</summary>
/// <param name="IsOut">Something says that it stays out.</param>
public sealed record MeshMember(MeshKind Mesh, bool IsOut, Cursor At)
{
    private const string LinkerdInject = "linkerd.io/inject";
    private const string IstioInject = "sidecar.istio.io/inject";

    public static MeshMember Of(Cluster cluster, Workload workload)
    {
        var space = cluster.Find($"Namespace/{workload.Namespace}");
        return OfPod(workload) ?? (space is { } found ? OfNamespace(found) : null) ?? new(MeshKind.None, IsOut: false, workload.Root);
    }

    private static MeshMember? OfPod(Workload workload)
    {
        var (labels, annotations) = (workload.Template["metadata"]["labels"], workload.Template["metadata"]["annotations"]);
        foreach (var sidecar in workload.Containers.Where(c => c.Name is "istio-proxy" or "linkerd-proxy"))
            return new(sidecar.Name == "istio-proxy" ? MeshKind.Istio : MeshKind.Linkerd, IsOut: false, sidecar.At["name"]);
        foreach (var (at, mesh) in new[] { (annotations[LinkerdInject], MeshKind.Linkerd), (labels[IstioInject], MeshKind.Istio), (annotations[IstioInject], MeshKind.Istio), (labels["istio.io/dataplane-mode"], MeshKind.Istio) })
            if (Said(at) is { } isIn) return new(mesh, !isIn, at);
        return null;
    }

    private static MeshMember? OfNamespace(Cursor space)
    {
        var (labels, annotations) = (space["metadata"]["labels"], space["metadata"]["annotations"]);
        foreach (var (at, mesh) in new[] { (annotations[LinkerdInject], MeshKind.Linkerd), (labels["istio-injection"], MeshKind.Istio), (labels["istio.io/dataplane-mode"], MeshKind.Istio) })
            if (Said(at) is { } isIn) return new(mesh, !isIn, at);
        return labels["istio.io/rev"].Exists ? new(MeshKind.Istio, IsOut: false, labels["istio.io/rev"]) : null;
    }

    private static bool? Said(Cursor at) => at.Text switch
    {
        "enabled" or "true" or "ingress" or "ambient" => true,
        "disabled" or "false" or "none" => false,
        _ => null,
    };
}
