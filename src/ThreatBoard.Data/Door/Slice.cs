using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>The part of a model that an operation has to look at, loaded piece by piece on the context's connection.</summary>
internal sealed class Slice(ThreatBoardDb db, ModelTables tables, Guid model)
{
    private readonly HashSet<EntityRef> _asked = [];
    private readonly HashSet<EntityRef> _expanded = [];

    public ModelContent Content { get; private set; } = ModelContent.Empty;

    public async Task LoadAsync(IEnumerable<EntityRef> entities, CancellationToken cancel)
    {
        foreach (var kind in entities.Where(entity => _asked.Add(entity)).GroupBy(entity => entity.Kind).ToList())
        {
            if (EntityKinds.Named(kind.Key ?? "") is { } shape)
                await shape.Accept(new Rows(this, [.. kind.Select(entity => entity.Id)], cancel));
        }
    }

    /// <summary>Everything that names one of these.</summary>
    public async Task LoadReferrersAsync(IEnumerable<EntityRef> targets, CancellationToken cancel)
    {
        await LoadFoundAsync((from target in targets.Where(entity => _expanded.Add(entity)).GroupBy(entity => entity.Kind)
                              from shape in EntityKinds.All
                              let condition = tables.ReferringTo(shape.Name, target.Key)
                              where condition is not null
                              select new Claim(shape.Name, condition, target.Select(entity => entity.Id).ToArray())).ToList(), cancel);
    }

    /// <summary>Whoever holds what is claimed.</summary>
    public Task LoadClaimantsAsync(IEnumerable<Claim> claims, CancellationToken cancel) => LoadFoundAsync([.. claims], cancel);

    public async Task LoadEverythingAsync(CancellationToken cancel)
    {
        foreach (var shape in EntityKinds.All) await shape.Accept(new Rows(this, null, cancel));
    }

    private async Task LoadFoundAsync(List<Claim> queries, CancellationToken cancel)
    {
        if (queries.Count == 0) return;
        await db.Database.OpenConnectionAsync(cancel);
        var found = new List<EntityRef>();
        await using (var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction()))
        {
            foreach (var (kind, condition, keys) in queries)
            {
                var sql = $"SELECT id FROM {tables[kind].Table} WHERE model_id = $1 AND ({condition})";
                batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = model }, new() { Value = keys } } });
            }

            await using var reader = await batch.ExecuteReaderAsync(cancel);
            foreach (var (kind, _, _) in queries)
            {
                while (await reader.ReadAsync(cancel)) found.Add(new(kind, reader.GetGuid(0)));
                await reader.NextResultAsync(cancel);
            }
        }

        await LoadAsync(found, cancel);
    }

    /// <param name="ids">Null for all.</param>
    private sealed class Rows(Slice slice, Guid[]? ids, CancellationToken cancel) : IShapeVisitor<Task>
    {
        public async Task Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            var rows = await slice.Query<T>(ids).ToListAsync(cancel);
            slice.Content = slice.Content.With(rows);
            slice._asked.UnionWith(rows.Select(EntityRef.To));
        }
    }

    private IQueryable<T> Query<T>(Guid[]? ids)
        where T : class, IEntity<T>
    {
        var all = db.Set<T>().Where(entity => EF.Property<Guid>(entity, EntityMapping.ModelId) == model);
        if (ids is null) return all;
        var wanted = ids.Select(id => new Id<T>(id)).ToArray();
        return wanted is [var one]
            ? all.Where(entity => EF.Property<Id<T>>(entity, "Id") == one)
            : all.Where(entity => wanted.Contains(EF.Property<Id<T>>(entity, "Id")));
    }
}
