using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>What a namespace and the whole cluster hold, what its administrator has, and what a pod of one's own gets.</summary>
internal sealed class HubEdges(GraphDraft draft, Places places, NodePlacement placement, Listening listening)
{
    private static readonly string[] s_everything = ["containers", "accounts", "secrets", "volumes"];

    public void Draw()
    {
        foreach (var account in draft.Cluster.Permissions.Accounts) draft.Same(places.Accounts(account.Namespace), places.Subject(account));
        foreach (var node in draft.Nodes.ToList()) Gather(node);
        foreach (var name in NamespacesOf(draft)) Namespace(name);
        Machines();
        foreach (var what in s_everything)
            draft.Step(places.ApiServer, places.Everywhere(what), GraphDraft.Reason(EdgeCodes.Administrator, $"may do anything to {what} everywhere"));
        draft.Step(places.ApiServer, places.Everywhere("nodes"), GraphDraft.Reason(EdgeCodes.Administrator, "may run privileged pods on every node"));
    }

    private void Gather(AttackNode node)
    {
        if (node.Kind == NodeKind.Secret) draft.Same(places.Secrets(node.Namespace), node.Index);
        else if (node.Kind == NodeKind.Volume) draft.Same(places.Volumes(node.Namespace), node.Index);
        else if (node.Kind == NodeKind.Container)
        {
            draft.Same(places.Containers(node.Namespace), node.Index);
            if (listening.On(node.Container!)) draft.Same(places.Listeners(node.Namespace), node.Index);
        }
    }

    private void Namespace(string name)
    {
        draft.Same(places.Everywhere("secrets"), places.Secrets(name));
        draft.Same(places.Everywhere("accounts"), places.Accounts(name));
        draft.Same(places.Everywhere("containers"), places.Containers(name));
        draft.Same(places.Everywhere("listeners"), places.Listeners(name));
        draft.Same(places.Everywhere("volumes"), places.Volumes(name));
        draft.Same(places.Everywhere("own pods"), places.OwnPod(name));
        var own = places.OwnPod(name);
        draft.Step(own, places.Accounts(name), GraphDraft.Reason(EdgeCodes.OwnPod, $"may run as any service account of {name}"));
        draft.Step(own, places.Secrets(name), GraphDraft.Reason(EdgeCodes.OwnPod, $"may mount any secret of {name}"));
        draft.Step(own, places.Volumes(name), GraphDraft.Reason(EdgeCodes.OwnPod, $"may mount any volume claim of {name}"));
        if (!ForbidsPrivilege(name))
            draft.Step(own, places.Everywhere("nodes"), GraphDraft.Reason(
                EdgeCodes.OwnPod, $"may be privileged and ask for any node, since {name} enforces no Pod Security level against it", new Evidence($"Namespace/{name}", PodSecurityLevels.EnforceLabel, "")));
        var administrator = places.Administrator(name);
        foreach (var to in new[] { own, places.Accounts(name), places.Secrets(name), places.Containers(name), places.Volumes(name) })
            draft.Step(administrator, to, GraphDraft.Reason(EdgeCodes.Administrator, $"may do anything in {name}"));
    }

    private void Machines()
    {
        var every = places.Everywhere("nodes");
        foreach (var machine in placement.Machines) draft.Same(every, places.Machine(machine));
        draft.Same(every, places.SomeMachine);
    }

    private bool ForbidsPrivilege(string name) => draft.Cluster.PodSecurity.In(name).Enforced > PodSecurityLevel.Privileged;

    internal static IEnumerable<string> NamespacesOf(GraphDraft draft) =>
        draft.Cluster.Namespaces.Concat(draft.Cluster.Permissions.Accounts.Select(a => a.Namespace)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
