using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Brings removed entities back from the journal, with what went along because of them, as far as what that names is still there.</summary>
internal sealed class Restoring(LockedModel model, Slice slice, CancellationToken cancel)
{
    private readonly HashSet<EntityRef> _wanted = [];
    private ModelContent _back = ModelContent.Empty;

    /// <summary>The slice as it would be with these entities back; what is there already stays as it is.</summary>
    /// <returns>Null where one of them never was there.</returns>
    public async Task<ModelContent?> WithAsync(ImmutableArray<EntityRef> entities)
    {
        await slice.LoadAsync(entities, cancel);
        var brought = ImmutableArray.CreateBuilder<Change>();
        var waiting = new Queue<EntityRef>(entities);
        while (waiting.TryDequeue(out var entity))
        {
            _back = slice.Content.Apply(brought);
            if (!_wanted.Add(entity) || _back.Has(entity)) continue;
            if (await RemovalOfAsync(entity) is not { IsEmpty: false } removal) return null;
            _back = slice.Content.Apply(brought);
            brought.AddRange(Belonging(entity, removal));
            _back = slice.Content.Apply(brought);
            foreach (var needed in await MissingAsync(entity)) waiting.Enqueue(needed);
        }

        return await WithoutDanglingAsync(slice.Content.Apply(brought));
    }

    /// <summary>What the last entry that removed the entity did, on the state as it is now; empty where there is none.</summary>
    private async Task<ImmutableArray<Change>> RemovalOfAsync(EntityRef entity)
    {
        var rows = Replay.RowsOf(model.Db, model.Access.ModelId);
        var last = await rows.Where(row => row.EntityKind == entity.Kind && row.EntityId == entity.Id && row.After == null).MaxAsync(row => (long?)row.Number, cancel);
        if (last is null) return [];
        var body = JournalChain.Body(await rows.Where(row => row.Number == last).ToListAsync(cancel));
        await slice.LoadAsync(body.Select(row => row.Entity), cancel);
        return [.. body.Where(row => row.After is null ? !_back.Has(row.Entity) : slice.Content.Has(row.Entity)).Select(row => row.ToChange(slice.Content))];
    }

    /// <summary>Of an entry that removed several things, only what went because of this one; what others decided since stays.</summary>
    private ImmutableArray<Change> Belonging(EntityRef entity, ImmutableArray<Change> removal)
    {
        var was = _back.Apply(removal.Reverse().Select(change => change.Inverse()));
        var own = removal.Where(change => change.Entity == entity).ToImmutableArray();
        var along = Closure.Of(was, own).Select(change => change.Entity).ToHashSet();
        var inverse = removal.Reverse().Where(change => along.Contains(change.Entity)).Select(change => change.Inverse()).ToList();
        return Merge.Of(_back, inverse).Changes;
    }

    /// <summary>What the entity cannot be without, and is not there.</summary>
    private async Task<List<EntityRef>> MissingAsync(EntityRef entity)
    {
        await slice.LoadAsync(Named(entity), cancel);
        return EntityKinds.Named(entity.Kind)!.Accept(new Needs(_back, slice.Content, entity.Id));
    }

    private IEnumerable<EntityRef> Named(EntityRef entity) => EntityKinds.Named(entity.Kind)!.Accept(new Names(_back, entity.Id));

    /// <summary>What came along but names something that is gone by now loses that name, or stays away.</summary>
    private async Task<ModelContent> WithoutDanglingAsync(ModelContent content)
    {
        var come = Comparison.Between(slice.Content, content).Where(change => change.Kind is not ChangeKind.Removed).ToList();
        await slice.LoadAsync([.. come.SelectMany(ReferenceTargets.Of)], cancel);
        var back = slice.Content.Apply(come);
        while (true)
        {
            var dangling = Comparison.Between(slice.Content, back).Select(change => change.Accept(new Cutting(back))).OfType<Change>().ToList();
            if (dangling.Count == 0) return back;
            back = back.Apply(dangling);
        }
    }

    private sealed class Names(ModelContent content, Guid id) : IShapeVisitor<IEnumerable<EntityRef>>
    {
        public IEnumerable<EntityRef> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => content.Find<T>(id) is { } entity ? References.Of(entity) : [];
    }

    private sealed class Needs(ModelContent content, ModelContent known, Guid id) : IShapeVisitor<List<EntityRef>>
    {
        public List<EntityRef> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => content.Find<T>(id) is not { } entity ? [] :
        [
            .. from reference in shape.References
               from target in reference.Targets(entity)
               where !content.Has(target) && !known.Has(target) && reference.Without(entity, target, content) is null
               select target,
        ];
    }

    private sealed class Cutting(ModelContent content) : IChangeVisitor<Change?>
    {
        public Change? Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            if (change.After is not { } entity) return null;
            var left = entity;
            foreach (var reference in ShapeOf<T>.Value.References)
            {
                foreach (var gone in reference.Targets(left).Where(target => !content.Has(target)).ToList())
                {
                    if (reference.Without(left, gone, content) is not { } kept) return new Change<T>(entity, null);
                    left = kept;
                }
            }

            return ReferenceEquals(left, entity) ? null : Change.Of(entity, left);
        }
    }
}
