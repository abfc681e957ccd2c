using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Patches;
using ThreatBoard.Kubernetes.Paths.Breakouts;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Fixes;

/// <summary>Takes away every setting by which a pod gets out onto its node: <c>privileged: false</c> and its like.</summary>
public sealed record ConfinePod(Workload Workload) : Fix(
    $"confine:{Workload.Key}",
    $"Confine the pods of {Workload.Namespace}/{Workload.Name}",
    $"They no longer get out onto their node: {string.Join(", ", Breakout.WaysOut(Workload).Select(way => way.Code))}.")
{
    private static readonly HashSet<string> s_ways = [.. Breakout.All.Select(way => way.Code)];

    public override ImmutableArray<Patch> Patches => [PatchText.ChangePod(Workload, Pod())];

    public bool Equals(ConfinePod? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    internal override bool Cuts(AttackEdge edge, AttackGraph graph) => edge.Reason is { Pod: { } pod, Code: var code } && pod == Workload && s_ways.Contains(code);

    private TreeMap Pod()
    {
        var ways = Breakout.WaysOut(Workload).Select(way => way.Code).ToHashSet(StringComparer.Ordinal);
        return YamlTree.Map(
            ("hostPID", Workload.Pod["hostPID"].Flag == true ? YamlTree.Flag(false) : null),
            ("volumes", Volumes()),
            ("containers", Containers(ContainerRole.Main)),
            ("initContainers", Containers(ContainerRole.Init)));
    }

    /// <summary>An empty folder in the place of the node's, so that what mounts it still starts.</summary>
    private TreeList? Volumes()
    {
        var mounted = Workload.Containers.SelectMany(MountedHostPath.MountsOf).Select(m => m.Path).DistinctBy(p => p.Volume)
            .Where(p => HostPaths.IsSensitive(p.Path) || HostPaths.HoldsSocket(p.Path)).ToList();
        return mounted.Count == 0 ? null : YamlTree.List(mounted.Select(path =>
            YamlTree.Map(("name", YamlTree.Text(path.Volume)), ("hostPath", YamlTree.Nothing), ("emptyDir", YamlTree.Map(("sizeLimit", YamlTree.Text("64Mi")))))));
    }

    private TreeList? Containers(ContainerRole role)
    {
        var changed = Workload.Containers.Where(c => c.Role == role && c.At["name"].Text is not null && Security(c) is not null)
            .Select(c => YamlTree.Map(("name", YamlTree.Text(c.Name)), ("securityContext", Security(c)))).ToList();
        return changed.Count == 0 ? null : YamlTree.List(changed);
    }

    private static TreeMap? Security(Container container)
    {
        var privileged = container.Security["privileged"].Flag == true;
        var kept = container.AddedCapabilities.Where(c => !EscapeCapabilities.LeadsOut(c)).ToList();
        if (!privileged && kept.Count == container.AddedCapabilities.Count) return null;
        return YamlTree.Map(
            ("privileged", privileged ? YamlTree.Flag(false) : null),
            ("allowPrivilegeEscalation", YamlTree.Flag(false)),
            ("capabilities", kept.Count == container.AddedCapabilities.Count ? null : YamlTree.Map(("add", YamlTree.List(kept.Select(YamlTree.Text))))));
    }
}
