using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

/// <summary>The port is open on the node address, outside the Service and Ingress path.</summary>
public sealed class HostPort : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-POD-04",
        Title: "Binds a host port",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 2, Impact: 3),
        Why: "The port is open on the node address, outside the Service and Ingress path.",
        Mitigations:
        [
            "Use a Service",
            "Restrict hostIP to 127.0.0.1",
        ],
        Cwe: 668,
        Attack: ["T1133"],
        References: new() { Owasp = ["K01"], Cis = ["5.2.13"], PodSecurity = "baseline: Host Ports", Guide = "Pod security enforcement" });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var ports = container.At["ports"].Items.Where(port => IsOpen(port, container.Workload)).Select(port => port["hostPort"]).ToList();
        return ports.Count == 0 ? null : new($"It opens port {string.Join(", ", ports.Select(port => port.Text))} of its node.", [.. ports.Select(port => port.Evidence)]);
    }

    /// <summary>Ports on the node's own loopback are not open, and on the host network the API server writes a host port by itself.</summary>
    private static bool IsOpen(Cursor port, Workload workload) =>
        port["hostPort"].Number > 0 && port["hostIP"].Text is not ("127.0.0.1" or "::1") && !(workload.UsesHostNetwork && workload.Root["metadata"]["uid"].Exists);
}
