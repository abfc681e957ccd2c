using System.Collections.Concurrent;
using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>All entities of a model, or a slice of them, at one moment; immutable.</summary>
public sealed class ModelContent
{
    private readonly ImmutableDictionary<string, Table> _tables;
    private ConcurrentDictionary<Type, Lazy<object>>? _views;

    private ModelContent(ImmutableDictionary<string, Table> tables) => _tables = tables;

    public static ModelContent Empty { get; } = new(ImmutableDictionary.Create<string, Table>(StringComparer.Ordinal));

    public int Count => _tables.Values.Sum(table => table.Count);

    /// <summary>In no particular order.</summary>
    public IEnumerable<T> All<T>()
        where T : class, IEntity<T> => Rows<T>().Values;

    public int CountOf<T>()
        where T : class, IEntity<T> => Rows<T>().Count;

    public T? Find<T>(Guid id)
        where T : class, IEntity<T> => Rows<T>().GetValueOrDefault(id);

    public T? Find<T>(Id<T>? id)
        where T : class, IEntity<T> => id is { } some ? Find<T>(some.Value) : null;

    public IEntity? Find(EntityRef reference) => _tables.GetValueOrDefault(reference.Kind ?? "")?.Find(reference.Id);

    public bool Has(EntityRef reference) => Find(reference) is not null;

    /// <summary>What follows from this content alone: made once, by the first who asks, and shared by all who look at the same content, on any thread.</summary>
    public T Shared<T>(Func<ModelContent, T> make)
        where T : class
    {
        // Most contents are steps on the way to another, and nobody asks them.
        var views = _views ?? Interlocked.CompareExchange(ref _views, new(), null) ?? _views;
        return (T)views.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this))).Value;
    }

    /// <summary>What people call the entity, or null when it is not here.</summary>
    public string? TitleOf(EntityRef reference) => _tables.GetValueOrDefault(reference.Kind ?? "")?.TitleOf(reference.Id);

    public ModelContent With<T>(T entity)
        where T : class, IEntity<T> => With<T>([entity]);

    public ModelContent With<T>(IEnumerable<T> entities)
        where T : class, IEntity<T> =>
        Set(Rows<T>().SetItems(entities.Select(entity => KeyValuePair.Create(entity.Key, entity))));

    /// <summary>The content after the changes; what they say of <em>before</em> is not looked at.</summary>
    public ModelContent Apply(IEnumerable<Change> changes)
    {
        var application = new Application(_tables.ToBuilder());
        foreach (var change in changes) change.Accept(application);
        return new(application.Tables.ToImmutable());
    }

    internal ImmutableDictionary<Guid, T> Rows<T>()
        where T : class, IEntity<T> =>
        _tables.TryGetValue(ShapeOf<T>.Name, out var table) ? ((Table<T>)table).Rows : ImmutableDictionary<Guid, T>.Empty;

    private ModelContent Set<T>(ImmutableDictionary<Guid, T> rows)
        where T : class, IEntity<T> => new(_tables.SetItem(ShapeOf<T>.Name, new Table<T>(rows)));

    private abstract record Table
    {
        public abstract int Count { get; }

        public abstract IEntity? Find(Guid id);

        public abstract string? TitleOf(Guid id);
    }

    private sealed record Table<T>(ImmutableDictionary<Guid, T> Rows) : Table
        where T : class, IEntity<T>
    {
        public override int Count => Rows.Count;

        public override IEntity? Find(Guid id) => Rows.GetValueOrDefault(id);

        public override string? TitleOf(Guid id) => Rows.TryGetValue(id, out var entity) ? ShapeOf<T>.Value.Title(entity) : null;
    }

    private sealed class Application(ImmutableDictionary<string, Table>.Builder tables) : IChangeVisitor
    {
        public ImmutableDictionary<string, Table>.Builder Tables => tables;

        public void Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            var rows = tables.TryGetValue(ShapeOf<T>.Name, out var table) ? ((Table<T>)table).Rows : ImmutableDictionary<Guid, T>.Empty;
            tables[ShapeOf<T>.Name] = new Table<T>(change.After is { } after ? rows.SetItem(after.Key, after) : rows.Remove(change.Before!.Key));
        }
    }
}
