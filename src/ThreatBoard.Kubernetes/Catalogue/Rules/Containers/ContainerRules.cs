using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>The rules about one container each (TB-CTR), in the order of their codes.</summary>
internal static class ContainerRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new PrivilegedContainer(),
        new EscalationNotSwitchedOff(),
        new MayRunAsRoot(),
        new ExplicitRoot(),
        new EscapeCapabilityAdded(),
        new UnusualCapabilityAdded(),
        new CapabilitiesNotDropped(),
        new RawSockets(),
        new WritableRoot(),
        new NoSeccompProfile(),
        new SeccompDisabled(),
        new AppArmorDisabled(),
        new UnusualSeLinuxLabel(),
        new UnmaskedProc(),
        new RemoteShellServer(),
        new FetchedAtStart(),
        new ProbeOfAnotherHost(),
    ];
}
