using System.Collections.Immutable;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Writes down why a direction said what it said, while traffic passes it.</summary>
internal sealed class ReasonList(Direction direction, bool isSelected)
{
    private const int Most = 100;
    private readonly List<Reason> _reasons = [];

    public IReadOnlyList<Reason> All => _reasons;

    private string Way => direction == Direction.Ingress ? "in" : "out";

    public void Ruled(Layer layer, Entry entry, Ruling ruling, Connections sure, Connections maybe)
    {
        if (!sure.IsEmpty) Add(KindOf(ruling), layer.Policy, entry.At, sure, $"{Name(layer.Policy)} {Verb(ruling)} {sure} ({entry.At.Path}).");
        var open = maybe.Except(sure);
        if (!open.IsEmpty)
            Add(ReasonKind.CannotTell, layer.Policy, entry.At, open, $"{Name(layer.Policy)} {Verb(ruling)} {open} ({entry.At.Path}) only if what was not read is so: labels of a namespace, the addresses of pods, a pod in its node's network.");
    }

    public void Isolated(ImmutableArray<Layer> layers, Connections denied)
    {
        if (denied.IsEmpty) return;
        foreach (var layer in layers)
            Add(ReasonKind.NotAdmitted, layer.Policy, layer.Policy["spec"]["podSelector"], denied, $"{Name(layer.Policy)} isolates the pod on the way {Way}, and no rule of it admits {denied}.");
    }

    public void OnHost(Connections traffic)
    {
        if (!traffic.IsEmpty) Add(ReasonKind.CannotTell, traffic, "The pod is in the network of its node (host network): many network plugins neither isolate nor select it.");
    }

    public void Plugin(Cursor policy) =>
        Add(ReasonKind.CannotTell, policy, policy["spec"], Connections.All, $"{Name(policy)} belongs to a network plugin and may admit or deny anything.");

    public void NothingDecides(Connections traffic)
    {
        if (traffic.IsEmpty) return;
        if (isSelected) Add(ReasonKind.NothingDecides, traffic, $"No rule speaks of {traffic} on the way {Way}, so it is allowed.");
        else Add(ReasonKind.NothingSelects, traffic, $"No policy selects the pod on the way {Way}, so everything is allowed.");
    }

    private static string Name(Cursor policy) => $"{policy.Object.Kind} {policy.Object.Name}";

    private static ReasonKind KindOf(Ruling ruling) => ruling switch
    {
        Ruling.Admit => ReasonKind.Admitted,
        Ruling.Deny => ReasonKind.Denied,
        Ruling.Pass => ReasonKind.Passed,
        _ => ReasonKind.CannotTell,
    };

    private static string Verb(Ruling ruling) => ruling switch
    {
        Ruling.Admit => "admits",
        Ruling.Deny => "denies",
        Ruling.Pass => "passes on",
        _ => "has no action that exists for",
    };

    private void Add(ReasonKind kind, Cursor policy, Cursor at, Connections traffic, string text)
    {
        if (_reasons.Count < Most) _reasons.Add(new(direction, kind, policy.Object.Key, at.Evidence, traffic, text));
    }

    private void Add(ReasonKind kind, Connections traffic, string text) => _reasons.Add(new(direction, kind, "", null, traffic, text));
}
