using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>Turns the differences between two readings into changes of the model as it is now.</summary>
internal sealed class ProposalItems(ModelContent now, Source source, Meeting meeting) : IChangeVisitor
{
    private readonly List<ProposalItem> _items = [];
    private readonly SortedSet<string> _notTaken = new(
        DerivedEntities.Of(meeting.After)
            .Select(derived => new EntityRef(derived.Kind, derived.Entity.Key))
            .Where(derived => meeting.Before.Has(derived) && !now.Has(derived))
            .Select(derived => $"{derived.Kind}/{meeting.KeyOf(derived)}"),
        StringComparer.Ordinal);

    public ImmutableArray<string> NotTaken => [.. _notTaken];

    public void Visit<T>(Change<T> reading)
        where T : class, IEntity<T>
    {
        var existing = now.Find<T>(reading.Entity.Id);
        switch (reading)
        {
            case { Before: null, After: { } added }:
                Propose(existing is null ? Change.Add(added) : Change.Of(existing, Adopted(existing, added)), []);
                break;
            case { Before: { } gone, After: null } when existing is not null:
                Propose(Released(existing, gone), []);
                break;
            case { Before: not null, After: not null } when existing is not null:
                Join(reading);
                break;
        }
    }

    /// <summary>Drops what names an entity that people removed: it cannot be taken without it.</summary>
    public ImmutableArray<ProposalItem> WithoutDangling()
    {
        while (true)
        {
            var after = now.With(source).Apply(_items.Select(item => item.Change));
            var dangling = _items.Where(item => item.Change.Kind is not ChangeKind.Removed && !Stands(after, item)).ToList();
            if (dangling.Count == 0) break;
            foreach (var item in dangling)
            {
                _items.Remove(item);
                _notTaken.Add(item.Name);
            }
        }

        return WithNeeds();
    }

    private void Join<T>(Change<T> reading)
        where T : class, IEntity<T>
    {
        var merged = Merge.Of(now, [reading]);
        ImmutableArray<FieldChange> kept = [.. merged.Conflicts.Where(c => c.Field is not null).Select(c => new FieldChange(c.Field!, c.Theirs, c.Mine))];
        if (merged.Changes is [Change<T> change]) Propose(change, kept);
    }

    private void Propose<T>(Change<T> change, ImmutableArray<FieldChange> kept)
        where T : class, IEntity<T>
    {
        if (change.Before is { } before && before.Equals(change.After)) return;
        _items.Add(new(meeting.KeyOf(change.Entity), change, kept, Needs: []));
    }

    /// <summary>What people or another source said stays; the reading fills in what nobody said, and adds its origin.</summary>
    private static T Adopted<T>(T existing, T derived)
        where T : class, IEntity<T>
    {
        var blank = ShapeOf<T>.Value.Create(existing.Key);
        var filled = ShapeOf<T>.Value.Fields
            .Where(field => field.AreEqual(existing, blank))
            .Aggregate(existing, (entity, field) => field.Copy(derived, entity));
        return (T)((IDerivedEntity)filled).WithOrigins(((IDerivedEntity)existing).Origins.With(((IDerivedEntity)derived).Origins));
    }

    /// <summary>Goes with its last origin; what another source brings too only loses this one.</summary>
    private static Change<T> Released<T>(T existing, T gone)
        where T : class, IEntity<T>
    {
        var left = ((IDerivedEntity)existing).Origins.Without(((IDerivedEntity)gone).Origins);
        return left.Count == 0 ? Change.Remove(existing) : Change.Of(existing, (T)((IDerivedEntity)existing).WithOrigins(left));
    }

    private static bool Stands(ModelContent after, ProposalItem item) => ReferenceTargets.Of(item.Change).All(after.Has);

    private ImmutableArray<ProposalItem> WithNeeds()
    {
        var added = _items.Where(item => item.Change.Kind is ChangeKind.Added).ToDictionary(item => item.Change.Entity, item => item.Name);
        return [.. _items.Select(item => item with { Needs = [.. ReferenceTargets.Of(item.Change).Where(added.ContainsKey).Select(target => added[target]).Distinct()] })];
    }
}
