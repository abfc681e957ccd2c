using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Each field says who may set it; whatever else a list of changes sets is refused.</summary>
internal sealed class Authority(Setter by) : IChangeVisitor<IEnumerable<Violation>>
{
    public static ImmutableArray<Violation> Check(IEnumerable<Change> changes, Setter by)
    {
        var authority = new Authority(by);
        return [.. changes.SelectMany(change => change.Accept(authority))];
    }

    public IEnumerable<Violation> Visit<T>(Change<T> change)
        where T : class, IEntity<T>
    {
        var shape = ShapeOf<T>.Value;
        if (change.Kind is not ChangeKind.Changed && (shape.Maker & by) == Setter.None)
            yield return new(change.Entity, Field: null, $"A {shape.Name} is neither made nor removed by hand: only by {shape.Maker}.");
        if (change.After is not { } after) yield break;
        var before = change.Before ?? ShapeOf<T>.Value.Create(after.Key);
        foreach (var field in ShapeOf<T>.Value.Fields)
        {
            if ((field.SetBy & by) == Setter.None && !field.AreEqual(before, after))
                yield return new(EntityRef.To(after), field.Name, $"{field.Name} of a {ShapeOf<T>.Name} cannot be set by hand or by this run: it is set by {field.SetBy}.");
        }
    }
}
