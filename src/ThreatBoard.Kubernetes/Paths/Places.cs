using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>The nodes of an attack graph by what they stand for.</summary>
internal sealed class Places(GraphDraft draft)
{
    /// <summary>What every namespace has of one kind, as a junction, over all of them.</summary>
    private const string Every = "every/";

    public int Internet => draft.Node(NodeKind.Internet, DerivedKey.Internet, "the internet");

    public int InternalNetwork => draft.Node(NodeKind.InternalNetwork, DerivedKey.InternalNetwork, "the internal network");

    public int ApiServer => draft.Node(NodeKind.ApiServer, DerivedKey.ApiServer, "control of the API server");

    /// <summary>A machine of the cluster of which nobody told the name.</summary>
    public int SomeMachine => draft.Node(NodeKind.Machine, "Node/?", "a node (its name was not read)");

    public int Container(Container container) => draft.Add(new(0, NodeKind.Container, container.Key, $"container {container.Name} of {Titled(container.Workload)}", container.Workload.Namespace)
    {
        Workload = container.Workload,
        Container = container,
        KeepsData = container.Role == ContainerRole.Main && KnownStores.Find(container.Image) is not null,
        IsControlPlane = ClusterControl.Holds(container.Workload),
    });

    public int Pod(Workload workload) => draft.Add(new(0, NodeKind.Pod, workload.Key, $"a pod of {Titled(workload)}", workload.Namespace) { Workload = workload });

    public int Machine(string name) => draft.Node(NodeKind.Machine, DerivedKey.Node(name), $"node {name}");

    public int Subject(RbacSubject subject) => subject.Kind switch
    {
        SubjectKind.ServiceAccount => draft.Node(NodeKind.Account, $"ServiceAccount/{subject.Namespace}/{subject.Name}", $"service account {subject}", subject.Namespace),
        SubjectKind.User => draft.Node(NodeKind.User, $"User/{subject.Name}", subject.ToString()),
        _ => draft.Node(NodeKind.Group, $"Group/{subject.Name}", subject.ToString()),
    };

    public int Secret(string @namespace, string name) => draft.Node(NodeKind.Secret, $"Secret/{@namespace}/{name}", $"secret {@namespace}/{name}", @namespace);

    public int Volume(string @namespace, string name) => draft.Add(new(0, NodeKind.Volume, $"PersistentVolumeClaim/{@namespace}/{name}", $"volume {@namespace}/{name}", @namespace) { KeepsData = true });

    public int Secrets(string @namespace) => draft.Node(NodeKind.Secrets, $"secrets/{@namespace}", $"every secret of {@namespace}", @namespace);

    public int Accounts(string @namespace) => Junction("accounts", @namespace);

    public int Containers(string @namespace) => Junction("containers", @namespace);

    /// <summary>What listens on a port, in a namespace.</summary>
    public int Listeners(string @namespace) => Junction("listeners", @namespace);

    public int Volumes(string @namespace) => Junction("volumes", @namespace);

    public int OwnPod(string @namespace) => draft.Node(NodeKind.OwnPod, $"own-pod/{@namespace}", $"a pod of one's own in {@namespace}", @namespace);

    public int Administrator(string @namespace) => draft.Node(NodeKind.Namespace, DerivedKey.Namespace(@namespace), $"namespace {@namespace}, as its administrator", @namespace);

    public int Everywhere(string what) => draft.Node(NodeKind.Junction, Every + what, $"{what} everywhere");

    public static string Titled(Workload workload) => $"{workload.Namespace}/{workload.Name}";

    private int Junction(string what, string @namespace) => draft.Node(NodeKind.Junction, $"{what}/{@namespace}", $"{what} of {@namespace}", @namespace);
}
