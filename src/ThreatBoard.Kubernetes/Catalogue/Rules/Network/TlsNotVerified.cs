using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>The client cannot tell the real server from an impostor.</summary>
public sealed class TlsNotVerified : IThreatRule<Cluster>
{
    private const int MostShown = 10;
    private static readonly string[] s_switches = ["--insecure-skip-tls-verify", "--kubelet-insecure-tls", "--insecure-skip-verify", "--tls-insecure-skip-verify"];

    public RuleCard Card { get; } = new(
        Code: "TB-NET-18",
        Title: "TLS verification switched off on a mesh or backend rule",
        Category: Stride.Spoofing,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "The client cannot tell the real server from an impostor.",
        Mitigations:
        [
            "Give the client the bundle of the authority that it should trust",
        ],
        Cwe: 295,
        Attack: ["T1557"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K09"] });

    public IEnumerable<Finding> Examine(Cluster world) => InObjects(world).Concat(InArguments(world));

    private IEnumerable<Finding> InObjects(Cluster cluster) =>
        from root in cluster.All("DestinationRule").Concat(cluster.All("APIService"))
        let off = (root.Object.Kind == "APIService" ? new[] { root["spec"]["insecureSkipTLSVerify"] }.Where(at => at.Flag == true) : Policies(root["spec"]).SelectMany(InTls)).ToList()
        where off.Count > 0
        let subject = ObjectRule.SubjectOf(root, cluster.Subjects)
        where subject is not null
        select new Sighting("What answers is not checked.", [.. off.Take(MostShown).Select(at => at.Evidence)]) { Discriminator = root.Object.Key }.About(Card, subject.Value);

    private IEnumerable<Finding> InArguments(Cluster cluster) =>
        from container in cluster.Workloads.SelectMany(workload => workload.Containers)
        let arguments = container.At["command"].Items.Concat(container.At["args"].Items).Where(at => at.Text is { } text && Array.Exists(s_switches, name => IsOn(text, name))).ToList()
        where arguments.Count > 0
        let subject = cluster.Subjects.Container(container)
        where subject is not null
        select new Sighting("It is told not to check who answers.", [.. arguments.Take(MostShown).Select(at => at.Evidence)]).About(Card, EntityRef.To(subject));

    private static bool IsOn(string argument, string name) =>
        argument == name || (argument.StartsWith(name, StringComparison.Ordinal) && argument[name.Length..] is "=true" or "=1");

    private static IEnumerable<Cursor> Policies(Cursor spec) =>
        spec["subsets"].Items.Select(subset => subset["trafficPolicy"]).Prepend(spec["trafficPolicy"]).SelectMany(policy => policy["portLevelSettings"].Items.Prepend(policy));

    private static IEnumerable<Cursor> InTls(Cursor policy) =>
        new[] { policy["tls"]["mode"] }.Where(mode => mode.Text == "DISABLE").Concat(new[] { policy["tls"]["insecureSkipVerify"] }.Where(skip => skip.Flag == true));
}
