using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using Verdict = ThreatBoard.Kubernetes.Reachability.Verdict;

namespace ThreatBoard.Web.Clusters;

/// <summary>One step of a verdict, with its place in what was imported.</summary>
/// <param name="At">The policy; null where none decides.</param>
/// <param name="Seen">The rule or selector that says it; null where none decides.</param>
public sealed record TalkReason(Direction Direction, ReasonKind Kind, string Text, Place? At, Evidence? Seen);

/// <summary>Whether one component may talk to another, in this direction alone, and why.</summary>
public sealed record TalkAnswer(Component From, Component To, Verdict Verdict, ImmutableArray<TalkReason> Reasons)
{
    public string Words => Verdict.State switch
    {
        Reachable.Allowed => Verdict.Allowed.IsAll ? "Allowed" : "Allowed on some ports",
        Reachable.CannotTell => "Cannot tell",
        _ => "Denied",
    };

    /// <summary>The protocols with what of each surely gets through, and what perhaps.</summary>
    public IEnumerable<(string Protocol, string Allowed, string Unknown)> Lines =>
        Enum.GetValues<Protocol>().Select(protocol => (protocol.ToString().ToUpperInvariant(), Ports(Verdict.Allowed[protocol]), Ports(Verdict.Unknown[protocol])));

    public static string Ports(PortSet ports) => ports.IsAll ? "all ports" : ports.IsEmpty ? "none" : string.Join(", ", ports.Ranges);
}
