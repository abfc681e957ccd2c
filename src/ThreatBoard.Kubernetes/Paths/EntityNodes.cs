using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>The nodes of an attack graph by the entities of the model that stand for them.</summary>
internal sealed class EntityNodes
{
    private readonly Dictionary<Guid, AttackNode> _nodes = [];

    public EntityNodes(AttackGraph graph)
    {
        foreach (var node in graph.Nodes)
            if (graph.EntityOf(node) is { } entity) _nodes.TryAdd(entity.Id, node);
    }

    public AttackNode? Find(EntityRef entity) => _nodes.GetValueOrDefault(entity.Id);
}
