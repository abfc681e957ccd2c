using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>The rules about one pod template each (TB-POD), in the order of their codes.</summary>
internal static class PodRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new HostProcesses(),
        new HostIpc(),
        new HostNetwork(),
        new HostPort(),
        new SensitiveHostPath(),
        new WritableHostPath(),
        new OtherHostPath(),
        new RuntimeSocket(),
        new UnusualVolume(),
        new SharedProcesses(),
        new UnsafeSysctl(),
        new WindowsHostProcess(),
        new MayLandOnControlPlane(),
        new NakedPod(),
        new StaticPod(),
        new ScheduledJob(),
        new SharedKernel(),
    ];
}
