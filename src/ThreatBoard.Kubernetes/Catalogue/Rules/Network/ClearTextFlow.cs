using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Kubernetes.Workloads.Meshes;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Network;

/// <summary>What is sent can be read or changed by anyone on the path.</summary>
public sealed class ClearTextFlow : IThreatRule<Cluster>
{
    private const int MostShown = 5;
    private static readonly string[] s_frontDoors = ["/Ingress/", "/Gateway/", "Route/", "/VirtualService/"];
    private static readonly string[] s_switches =
        ["require-secure-transport=on", "require_secure_transport=on", "ssl=on", "--tls-port", "tlsmode=requiretls", "--tlsmode requiretls", "--client-cert-auth", "--tls-cert", "--ssl-cert", "--tlscert"];

    public RuleCard Card { get; } = new(
        Code: "TB-NET-16",
        Title: "Clear-text flow across a trust boundary",
        Category: Stride.InformationDisclosure,
        Suggested: new(Likelihood: 3, Impact: 4),
        Why: "What is sent can be read or changed by anyone on the path.",
        Mitigations:
        [
            "Mutual TLS by the mesh, mode STRICT",
            "TLS in the application",
        ],
        Cwe: 319,
        Attack: ["T1040", "T1557"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K05"], Microsoft = ["MS-TA9036"] });

    public IEnumerable<Finding> Examine(Cluster world) =>
        from flow in DeclaredFlows.In(world).All
        where flow.From?.Namespace != flow.To.Namespace && IsClear(flow) && !IsSaidElsewhere(flow.Flow)
        let doubt = flow.Flow.Transport.Encryption == Encryption.Unknown ? Doubt(flow, world) : null
        select new Sighting(
            doubt?.Words ?? $"It leads from {flow.From?.Namespace ?? "outside"} into {flow.To.Namespace}, and nothing that was read says that it is encrypted.",
            [.. doubt is null ? [] : new[] { doubt.At.Evidence }, .. flow.Flow.Evidence.Take(MostShown)])
            { Answer = doubt is null ? Answer.Found : Answer.CannotTell }.About(Card, EntityRef.To(flow.Flow));

    private static bool IsClear(DeclaredFlow flow) => flow.Flow.Transport.Encryption switch
    {
        Encryption.None => true,
        Encryption.Unknown => !IsTlsPort(flow.Flow.Port) && !AsksForTls(flow.To),
        _ => false,
    };

    /// <summary>A front door that takes clear text is TB-EXP-04 or TB-EXP-05: one cause, one finding.</summary>
    private static bool IsSaidElsewhere(Flow flow) => flow.Transport.Encryption == Encryption.None && IsThroughFrontDoor(flow);

    private static Doubtful? Doubt(DeclaredFlow flow, Cluster cluster) =>
        IsThroughFrontDoor(flow.Flow) ? new("Whether the front door that it comes through takes clear text was not read.", flow.To.Root["kind"])
        : cluster.Mesh.MemberOf(flow.To) is { Mesh: not MeshKind.None, IsOut: false } member ? new("A mesh carries it, but what it asks of callers was not read.", member.At)
        : null;

    private static bool IsThroughFrontDoor(Flow flow) =>
        flow.Origins.Any(origin => DerivedKey.ViaOf(origin.Key) is { } via && Array.Exists(s_frontDoors, kind => via.Contains(kind, StringComparison.Ordinal)));

    private static bool IsTlsPort(int? port) => port is 443 or 6443 or 8443 or 9443 or 5671 or 636;

    /// <summary>The server is started so that it refuses clear text.</summary>
    private static bool AsksForTls(Workload workload) =>
        workload.Containers.Any(container => container.At["command"].Texts().Concat(container.At["args"].Texts()).Any(text => Array.Exists(s_switches, one => text.Contains(one, StringComparison.OrdinalIgnoreCase))));

    private sealed record Doubtful(string Words, Cursor At);
}
