using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>What is wrong with a policy.</summary>
public enum PolicyFault
{
    MissingSelector, IgnoredRules, BadPolicyType, BadSelector, EmptyPeer, MixedPeer, BadBlock, BadExcept, BadPort, PortRange, NamedPortToAddresses,
    MissingSubject, MissingPeers, BadPeer, BadAction, BadTier, BadPriority, PriorityTie, BadBaseline, IPv6Network,
}

/// <summary>Something in a policy that the API refuses, or that does not mean what it looks like.</summary>
/// <param name="IsRefused">The cluster would not take the policy so: the connectivity command stops, an import goes on without the part.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Message">In plain words, without the policy's name.</param>
public sealed record PolicyProblem(PolicyFault Fault, bool IsRefused, Cursor At, string Message)
{
    /// <summary>Key of the policy.</summary>
    public string Policy => At.Object.Key;

    public Evidence Evidence => At.Evidence;

    public override string ToString() =>
        $"{At.Object.Kind} '{(At.Object.Namespace.Length > 0 ? $"{At.Object.Namespace}/" : "")}{At.Object.Name}'{(At.Path.Length > 0 ? $", {At.Evidence.Path}" : "")} ({At.Object.Location.File}:{At.Line}): {Message}";
}
