using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>How a person settles one conflict.</summary>
public abstract record Choice
{
    private Choice()
    {
    }

    public static Choice KeepMine { get; } = new Mine();

    public static Choice TakeTheirs { get; } = new Theirs();

    internal sealed record Mine : Choice;

    internal sealed record Theirs : Choice;

    /// <summary>A third value, for a conflict about one field.</summary>
    public sealed record Edited(object? Value) : Choice;
}

/// <summary>A conflict, and what was chosen.</summary>
public sealed record SettledConflict(Conflict Conflict, Choice Choice);

/// <summary>
/// Makes refused changes anew as their author wants them now that the others' side was shown. Each is based on what was shown,
/// so that whatever changes after that conflicts again instead of being overwritten unseen.
/// </summary>
public static class Resolution
{
    /// <returns>What is left to be written; empty where only the others' side was taken.</returns>
    /// <exception cref="InvalidCastException">A third value is not of its field's type.</exception>
    public static ImmutableArray<Change> Of(IEnumerable<Change> mine, IEnumerable<SettledConflict> settled)
    {
        var byEntity = settled.ToLookup(one => one.Conflict.Entity);
        var resolved = mine.Select(change => change.Accept(new Resolver([.. byEntity[change.Entity]]))).OfType<Change>().ToList();
        var givenUp = byEntity.Where(of => of.Any(one => one is { Conflict.Kind: ConflictKind.RemovedByThem, Choice: Choice.Theirs })).Select(of => of.Key).ToHashSet();
        return [.. resolved.Where(change => !ReferenceTargets.Of(change).Any(givenUp.Contains))];
    }

    /// <summary>What the door has to bring back before these changes can be made.</summary>
    public static ImmutableArray<EntityRef> Restored(IEnumerable<SettledConflict> settled) =>
    [
        .. settled.Where(one => one.Choice is not Choice.Theirs).Select(one => one.Conflict switch
        {
            { Kind: ConflictKind.RemovedByThem } conflict => conflict.Entity,
            { Kind: ConflictKind.SubjectRemoved, Base: ThreatSubject subject } => subject.Ref,
            _ => EntityRef.WholeModel,
        }).Where(entity => entity != EntityRef.WholeModel).Distinct(),
    ];

    private sealed class Resolver(ImmutableArray<SettledConflict> settled) : IChangeVisitor<Change?>
    {
        public Change? Visit<T>(Change<T> change)
            where T : class, IEntity<T> => settled.FirstOrDefault(one => one.Conflict.Field is null) is { } whole ? Whole(change, whole) : Fields(change);

        private static Change<T>? Whole<T>(Change<T> change, SettledConflict whole)
            where T : class, IEntity<T> => (whole.Choice, whole.Conflict.Kind, whole.Conflict.Theirs) switch
        {
            (Choice.Theirs, _, _) => null,
            (_, ConflictKind.ChangedByThem, T theirs) => Change.Remove(theirs),
            (_, ConflictKind.AddedTwice, T theirs) => Change.Of(theirs, change.After!),
            _ => change,
        };

        private Change<T>? Fields<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            if (settled.IsEmpty || change is not { Before: { } seen, After: { } wanted }) return change;
            foreach (var (conflict, choice) in settled)
            {
                if (conflict.Kind is ConflictKind.SubjectRemoved && choice is not Choice.Theirs) continue;
                var field = ShapeOf<T>.Value.FieldNamed(conflict.Field!)!;
                seen = field.Put(seen, conflict.Theirs);
                wanted = field.Put(wanted, choice switch { Choice.Theirs => conflict.Theirs, Choice.Edited edited => edited.Value, _ => conflict.Mine });
            }

            return seen.Equals(wanted) ? null : Change.Of(seen, wanted);
        }
    }
}
