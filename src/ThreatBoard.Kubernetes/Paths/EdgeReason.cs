using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>Why one thing leads to another: a code for programs, words for people, and what was seen.</summary>
/// <param name="Code">Stable: <c>exposed</c>, <c>network</c>, <c>token</c>, <c>read-secrets</c>, <c>privileged</c>…</param>
/// <param name="Because">Half a sentence: <c>may read secrets of shop</c>.</param>
public record EdgeReason(string Code, string Because, ValueList<Evidence> Evidence)
{
    /// <summary>The right that makes the edge; null: no binding does.</summary>
    public Permission? Right { get; init; }

    /// <summary>The way in from outside that makes the edge; null: none does.</summary>
    public EntryPoint? Entry { get; init; }

    /// <summary>The pod whose settings make the edge (it breaks out, its token is mounted); null: none does.</summary>
    public Workload? Pod { get; init; }
}

/// <summary>Codes of edges that no binding makes.</summary>
public static class EdgeCodes
{
    public const string Exposed = "exposed";
    public const string Network = "network";
    public const string HostNetwork = "host-network";
    public const string Token = "token";
    public const string MountedSecret = "mounted-secret";
    public const string MountedVolume = "mounted-volume";
    public const string TokenSecret = "token-secret";
    public const string OnMachine = "on-node";
    public const string ControlPlane = "control-plane";
    public const string OwnPod = "own-pod";
    public const string Administrator = "administrator";
}
