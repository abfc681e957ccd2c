using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Random edits that leave a valid model valid: something added, removed with its closure, or given another one's fields.</summary>
internal static class Edits
{
    public static ModelContent After(ModelContent content, Dice dice, int count)
    {
        for (var i = 0; i < count && content.Count > 0; i++)
        {
            var changes = Closure.Of(content, [One(content, dice)]);
            var after = content.Apply(changes);
            if (Invariants.Check(after).IsEmpty) content = after;
        }

        return content;
    }

    public static Change One(ModelContent content, Dice dice) =>
        Random(content, dice).Accept(new Editor(dice, content, dice.UpTo(9) switch { 0 => Kind.Remove, 1 => Kind.Copy, _ => Kind.Change }));

    /// <summary>An entity of the content, every kind being equally likely.</summary>
    public static Change Random(ModelContent content, Dice dice)
    {
        var kinds = Comparison.Between(ModelContent.Empty, content).GroupBy(change => change.Shape).ToList();
        return dice.OneOf([.. dice.OneOf(kinds)]);
    }

    /// <summary>Another entity of the kind with one field taken from a third, or null where that changes nothing.</summary>
    public static T? WithAnotherValue<T>(ModelContent content, Dice dice, T entity, Field<T> field)
        where T : class, IEntity<T> =>
        dice.Shuffled(content.All<T>()).Append(ShapeOf<T>.Value.Create(entity.Key))
            .Where(donor => !field.AreEqual(donor, entity))
            .Select(donor => field.Copy(donor, entity))
            .FirstOrDefault();

    private enum Kind
    {
        Change,
        Remove,
        Copy,
    }

    private sealed class Editor(Dice dice, ModelContent content, Kind kind) : IChangeVisitor<Change>
    {
        public Change Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            var entity = change.After!;
            if (kind is Kind.Remove) return Change.Remove(entity);
            if (kind is Kind.Copy) return Change.Add(ShapeOf<T>.Value.Fields.Aggregate(ShapeOf<T>.Value.Create(dice.Id()), (copy, field) => field.Copy(entity, copy)));
            var field = dice.OneOf(ShapeOf<T>.Value.Fields);
            return Change.Of(entity, WithAnotherValue(content, dice, entity, field) ?? entity);
        }
    }
}
