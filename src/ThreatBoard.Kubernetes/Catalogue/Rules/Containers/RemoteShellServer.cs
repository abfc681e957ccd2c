using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>An interactive entry point bypasses Kubernetes authentication and audit.</summary>
public sealed class RemoteShellServer : ContainerRule
{
    private static readonly long[] s_ports = [22, 2222, 3389, 5900];
    private static readonly string[] s_servers = ["sshd", "dropbear", "openssh-server"];

    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-15",
        Title: "SSH or remote shell server in a container",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "An interactive entry point bypasses Kubernetes authentication and audit.",
        Mitigations:
        [
            "Remove the server; use kubectl exec with RBAC and audit",
            "Restrict by NetworkPolicy",
        ],
        Cwe: 284,
        Attack: ["T1021.004", "T1133"],
        References: new() { Microsoft = ["MS-TA9010"] });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var ports = container.At["ports"].Items.Select(port => port["containerPort"]).Where(port => port.Number is { } number && s_ports.Contains(number)).ToList();
        var image = container.Image.Short;
        if (Array.Exists(s_servers, server => image.Contains(server, StringComparison.OrdinalIgnoreCase)))
            return new($"The image {image} is a server for remote shells.", [container.At["image"].Evidence, .. ports.Select(port => port.Evidence)]);
        return ports.Count == 0 ? null : new($"It listens on {string.Join(", ", ports.Select(port => port.Text))}, where people log in from afar.", [.. ports.Select(port => port.Evidence)]);
    }
}
