using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>What a right gives its holder.</summary>
public enum RightGain { ApiServer, Administrator, OwnPod, Containers, Listeners, Secrets, Accounts, Users, Groups, Machines }

/// <summary>One permission of a kind that makes its holder more than it is.</summary>
/// <param name="Namespace">Where; null: everywhere.</param>
/// <param name="Names">Confined to these objects; none: it is not.</param>
public sealed record HeldRight(RightKind Kind, Permission By, RightGain Gain, string? Namespace, IReadOnlyList<string> Names)
{
    public string Words => Kind.SaidOf(this);
}
