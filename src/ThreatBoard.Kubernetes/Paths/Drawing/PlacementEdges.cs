using ThreatBoard.Kubernetes.Paths.Breakouts;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>Between pods and their machines: breaking out, taking over what runs on the same machine, and the control plane.</summary>
internal sealed class PlacementEdges(GraphDraft draft, Places places, NodePlacement placement, Listening listening)
{
    private readonly HashSet<int> _joined = [];
    private ILookup<int, Workload> _on = Array.Empty<Workload>().ToLookup(_ => 0);

    public void Draw()
    {
        var everywhere = places.Everywhere("daemons");
        foreach (var machine in placement.Machines) draft.Step(places.Machine(machine), everywhere, OnEvery(machine));
        draft.Step(places.SomeMachine, everywhere, OnEvery("it"));
        var placed = draft.Cluster.Workloads.Select(workload => (Workload: workload, Machines: MachinesOf(workload))).ToList();
        _on = placed.SelectMany(p => p.Machines.Select(machine => (p.Workload, Machine: machine))).ToLookup(p => p.Machine, p => p.Workload);
        foreach (var (workload, machines) in placed)
        {
            TakenOver(workload, machines, everywhere);
            foreach (var container in workload.Containers) Out(container, machines);
            if (ClusterControl.Holds(workload)) Control(workload);
            if (workload.UsesHostNetwork) OnHostNetwork(workload, machines);
        }
        foreach (var node in draft.Cluster.All("Node")) Keys(node);
    }

    private static EdgeReason OnEvery(string machine) => GraphDraft.Reason(EdgeCodes.OnMachine, $"holds the DaemonSets, which run on every node, so on {machine} too");

    private List<int> MachinesOf(Workload workload)
    {
        if (placement.IsEverywhere(workload)) return [places.Everywhere("nodes")];
        var known = placement.Of(workload).Select(places.Machine).ToList();
        return known.Count > 0 ? known : [places.SomeMachine];
    }

    /// <summary>Root on a machine controls the containers on it; where nobody knows which machine it is, no others are named.</summary>
    private void TakenOver(Workload workload, List<int> machines, int everywhere)
    {
        if (placement.IsEverywhere(workload))
            foreach (var container in workload.Containers) draft.Same(everywhere, places.Container(container));
        else
            foreach (var machine in machines.Where(m => m != places.SomeMachine))
                foreach (var container in workload.Containers)
                    draft.Step(machine, places.Container(container), GraphDraft.Reason(EdgeCodes.OnMachine, $"runs the pods of {Places.Titled(workload)}", (NodePlacement.NamedBy(workload) ?? workload.Pod["nodeSelector"]).Evidence));
    }

    private void Out(Container container, List<int> machines)
    {
        foreach (var reason in Breakout.WaysOut(container))
            foreach (var machine in machines) draft.Step(places.Container(container), machine, reason);
    }

    private void Control(Workload workload)
    {
        foreach (var container in workload.Containers)
            draft.Step(places.Container(container), places.ApiServer, GraphDraft.Reason(EdgeCodes.ControlPlane, "is a part of the control plane", workload.Root["metadata"]["labels"]["component"].Evidence));
    }

    private void Keys(Cursor node)
    {
        if (ClusterControl.RoleOf(node) is not { } role) return;
        draft.Step(places.Machine(node.Object.Name), places.ApiServer, GraphDraft.Reason(EdgeCodes.ControlPlane, "holds the keys of the control plane", node["metadata"]["labels"][role].Evidence));
    }

    /// <summary>No policy keeps a machine from the pods on it, and who shares its network has its place.</summary>
    private void OnHostNetwork(Workload workload, List<int> machines)
    {
        foreach (var machine in machines.Where(m => m != places.SomeMachine))
        {
            var network = draft.Node(NodeKind.Junction, $"network/{draft.Nodes[machine].Key}", $"network of {draft.Nodes[machine].Name}");
            draft.Step(places.Pod(workload), network, GraphDraft.Reason(
                EdgeCodes.HostNetwork, "shares the network of its node, from which no policy keeps the pods there", workload.Pod["hostNetwork"].Evidence) with { Pod = workload });
            if (_joined.Add(network)) Beside(machine, network);
        }
    }

    private void Beside(int machine, int network)
    {
        foreach (var other in _on[machine].Concat(_on[places.Everywhere("nodes")]).Where(w => !w.UsesHostNetwork).Distinct())
            foreach (var container in other.Containers.Where(listening.On)) draft.Same(network, places.Container(container));
    }
}
