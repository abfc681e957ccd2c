using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Tests.Drawing;

/// <summary>A small model to draw: one cluster with a node, a namespace and a pod in it, and an external entity outside.</summary>
internal sealed record Shop
{
    public Boundary Cluster { get; } = new() { Id = Next<Boundary>(1), Name = "production", Kind = BoundaryKind.Cluster };

    public Boundary Node { get; }

    public Boundary Namespace { get; }

    public Boundary Pod { get; }

    public Component Api { get; }

    public Component Database { get; }

    public Component Customer { get; } = new() { Id = Next<Component>(13), Name = "customers", Kind = ComponentKind.ExternalEntity };

    public Flow Order { get; }

    public ModelContent Content { get; }

    public Shop()
    {
        Node = new() { Id = Next<Boundary>(2), Name = "worker-1", Kind = BoundaryKind.Node, Tenancy = Cluster.Id };
        Namespace = new() { Id = Next<Boundary>(3), Name = "web", Kind = BoundaryKind.Namespace, Tenancy = Cluster.Id };
        Pod = new() { Id = Next<Boundary>(4), Name = "api", Kind = BoundaryKind.Pod, Tenancy = Namespace.Id, Nodes = [Node.Id] };
        Api = new() { Id = Next<Component>(11), Name = "api", Technology = "Node.js", Tenancy = Pod.Id, IsContainer = true };
        Database = new() { Id = Next<Component>(12), Name = "mysql", Kind = ComponentKind.DataStore, Tenancy = Namespace.Id };
        Order = new() { Id = Next<Flow>(21), Ends = new(Customer.Id, Api.Id), Protocol = "HTTPS", Port = 443, Transport = new() { Encryption = Encryption.Tls } };
        Content = ModelContent.Empty.With([Cluster, Node, Namespace, Pod]).With([Api, Database, Customer]).With(Order);
    }

    public static Id<T> Next<T>(int number)
        where T : class, IEntity => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
}
