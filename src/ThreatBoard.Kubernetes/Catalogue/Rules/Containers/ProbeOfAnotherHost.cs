using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity.Checks;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>The kubelet itself makes this request, so it is a server-side request from the node network.</summary>
public sealed class ProbeOfAnotherHost : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-17",
        Title: "Probe or lifecycle hook points at another host",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 1, Impact: 3),
        Why: "The kubelet itself makes this request, so it is a server-side request from the node network.",
        Mitigations:
        [
            "Remove the host field",
        ],
        Cwe: 918,
        References: new() { Owasp = ["K01"], PodSecurity = "baseline: Host Probes / Lifecycle Hooks" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var hosts = HostChecks.HostsOf(container).Where(host => !IsItself(host.Text, container.Workload)).Select(host => host.Evidence).ToValueList();
        return hosts.Count == 0 ? null : new($"The kubelet is told to call {string.Join(", ", hosts.Select(host => host.Value).Distinct(StringComparer.Ordinal))}.", hosts);
    }

    /// <summary>On the host network the node's addresses are the pod's own.</summary>
    private static bool IsItself(string? host, Workload workload) =>
        workload.UsesHostNetwork && (host is "127.0.0.1" or "::1" or "localhost" || host == workload.Root["status"]["hostIP"].Text || host == workload.Root["status"]["podIP"].Text);
}
