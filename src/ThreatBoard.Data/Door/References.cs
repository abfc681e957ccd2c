using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Collects what the entities of a list of changes name once the changes are made.</summary>
internal sealed class References : IChangeVisitor
{
    private readonly List<EntityRef> _targets = [];

    public static IReadOnlyList<EntityRef> Of(IEnumerable<Change> changes)
    {
        var references = new References();
        foreach (var change in changes) change.Accept(references);
        return references._targets;
    }

    public static IEnumerable<EntityRef> Of<T>(T entity)
        where T : class, IEntity<T> => ShapeOf<T>.Value.References.SelectMany(reference => reference.Targets(entity));

    public void Visit<T>(Change<T> change)
        where T : class, IEntity<T>
    {
        if (change.After is { } after) _targets.AddRange(Of(after));
    }
}
