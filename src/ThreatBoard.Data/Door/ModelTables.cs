using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>The tables of all kinds and how they refer to each other; made once a process.</summary>
internal sealed class ModelTables
{
    private readonly ImmutableDictionary<string, TableMap> _tables;
    private readonly ImmutableDictionary<(string From, string To), string> _references;

    public ModelTables(IDbContextFactory<ThreatBoardDb> databases)
    {
        using var db = databases.CreateDbContext();
        _tables = EntityKinds.All.ToImmutableDictionary(shape => shape.Name, shape => new TableMap(db.Model.FindEntityType(shape.EntityType)!));
        var references = from shape in EntityKinds.All
                         from target in EntityKinds.All
                         let conditions = _tables[shape.Name].Columns.Select(column => Condition(column, target)).OfType<string>().ToList()
                         where conditions.Count > 0
                         select KeyValuePair.Create((shape.Name, target.Name), string.Join(" OR ", conditions));
        _references = ImmutableDictionary.CreateRange(references);
    }

    public TableMap this[string kind] => _tables[kind];

    /// <summary>A condition in which <c>$2</c> stands for the ids referred to; null where the kind never refers to the other.</summary>
    public string? ReferringTo(string kind, string target) => _references.GetValueOrDefault((kind, target));

    private static string? Condition(Column column, Shape target)
    {
        var id = typeof(Id<>).MakeGenericType(target.EntityType);
        if (column.Clr == id) return column.Property == "Id" ? null : $"{column.Quoted} = ANY($2)";
        if (column.Clr == typeof(ValueSet<>).MakeGenericType(id)) return $"{column.Quoted} && $2";
        if (column.Clr == typeof(ValueSet<Origin>) && target.EntityType == typeof(Source))
            return $"EXISTS (SELECT FROM jsonb_array_elements({column.Quoted}) origin WHERE (origin ->> 'source')::uuid = ANY($2))";
        // The id of an EntityRef: ids are unique over all kinds.
        return column.Clr == typeof(Guid) && column.Property == nameof(EntityRef.Id) ? $"{column.Quoted} = ANY($2)" : null;
    }
}
