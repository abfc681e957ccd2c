using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A right that one permission gives by itself: any of some verbs on any of some resources.</summary>
public abstract class PlainRight(string code, string rule, string words, RightGain gain, string[] verbs, string[] resources, string group = "") : RightKind(code, rule, words)
{
    /// <summary>Naming objects confines nothing that has yet to be created, and so allows nothing.</summary>
    private readonly bool _namesNothing = verbs is ["create"] && resources.All(resource => !resource.Contains('/', StringComparison.Ordinal));

    public override IEnumerable<HeldRight> HeldBy(Holder holder) =>
        holder.With(verbs, group, resources).Where(permission => !_namesNothing || permission.Names.Count == 0).Select(Held);

    private HeldRight Held(Permission permission) => new(this, permission, gain, permission.Namespace, permission.Names);
}
