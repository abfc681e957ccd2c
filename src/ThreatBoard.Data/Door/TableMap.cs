using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>A column that holds a value of the entity.</summary>
/// <param name="Type">PostgreSQL's name of its type.</param>
/// <param name="Clr">The property's type, as the domain has it.</param>
/// <param name="Get">The value as the domain has it.</param>
/// <param name="Stored">The value as the driver takes it, from the domain's.</param>
internal sealed record Column(string Name, string Type, Type Clr, string Property, Func<object, object?> Get, Func<object?, object> Stored)
{
    public string Quoted => $"\"{Name}\"";

    public object Of(object entity) => Stored(Get(entity));
}

/// <summary>One kind's table, read from EF's own metadata, so that the configurations stay the only mapping.</summary>
internal sealed class TableMap
{
    public TableMap(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        Columns = [.. entity.GetFlattenedProperties().Where(p => !p.IsShadowProperty()).Select(ToColumn)];
        Inserted = [.. Columns.Select(c => c.Quoted)];
    }

    public string Table { get; }

    /// <summary>What the entity itself holds: neither the model, the version nor derived and generated columns.</summary>
    public ImmutableArray<Column> Columns { get; }

    public ImmutableArray<string> Inserted { get; }

    private static Column ToColumn(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var convert = mapping.Converter?.ConvertToProvider;
        return new(
            property.GetColumnName(), mapping.StoreTypeNameBase is "character varying" ? "text" : mapping.StoreType, Unwrapped(property.ClrType),
            property.Name, Getter(property), value => value is null ? DBNull.Value : (convert is null ? value : convert(value)) ?? DBNull.Value);
    }

    private static Type Unwrapped(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Follows values inside values; a value that is not there has no parts.</summary>
    private static Func<object, object?> Getter(IProperty property)
    {
        var path = new Stack<PropertyInfo>([property.PropertyInfo!]);
        var type = (ITypeBase)property.DeclaringType;
        for (; type is IComplexType complex; type = complex.ComplexProperty.DeclaringType) path.Push(complex.ComplexProperty.PropertyInfo!);
        var entity = Expression.Parameter(typeof(object));
        Expression value = Expression.Convert(entity, type.ClrType);
        return Expression.Lambda<Func<object, object?>>(Follow(value, path), entity).Compile();
    }

    private static Expression Follow(Expression owner, Stack<PropertyInfo> path)
    {
        if (!path.TryPop(out var next)) return Expression.Convert(owner, typeof(object));
        var value = Expression.Property(owner, next);
        return value.Type.IsValueType || path.Count == 0
            ? Follow(value, path)
            : Expression.Condition(
                Expression.ReferenceEqual(value, Expression.Constant(null, value.Type)), Expression.Constant(null, typeof(object)), Follow(value, path));
    }
}
