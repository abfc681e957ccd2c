using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

/// <summary>What every table of entities has: the model, the id, the version, and references that hold within the model.</summary>
internal static class EntityMapping
{
    public const string ModelId = "ModelId";

    /// <summary>The number of the journal entry that last wrote the row.</summary>
    public const string Version = "Version";

    public static EntityTypeBuilder<T> PartOfModel<T>(this EntityTypeBuilder<T> builder)
        where T : class, IEntity<T>
    {
        builder.ToTable(ColumnNames.Of(ShapeOf<T>.Name));
        builder.Property<Guid>(ModelId);
        builder.Property<Id<T>>("Id").ValueGeneratedNever();
        builder.Property<long>(Version);
        builder.HasKey(ModelId, "Id");
        builder.HasOne<ModelRow>().WithMany().HasForeignKey(ModelId).OnDelete(DeleteBehavior.NoAction);
        return builder;
    }

    /// <summary>A foreign key to another entity of the same model.</summary>
    public static EntityTypeBuilder<T> Names<T, TTarget>(this EntityTypeBuilder<T> builder, Expression<Func<T, Id<TTarget>>> property)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget>
    {
        builder.Property(property);
        return builder.Key<T, TTarget>(((MemberExpression)property.Body).Member.Name);
    }

    /// <summary>As <see cref="Names{T,TTarget}"/>, where there may be none.</summary>
    public static EntityTypeBuilder<T> MayName<T, TTarget>(this EntityTypeBuilder<T> builder, Expression<Func<T, Id<TTarget>?>> property)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget>
    {
        builder.Property(property);
        return builder.Key<T, TTarget>(((MemberExpression)property.Body).Member.Name);
    }

    /// <summary>A generated column that holds the id when the reference is to this kind, and a real foreign key on it.</summary>
    /// <param name="reference">The column name's beginning, before <c>_kind</c> and <c>_id</c>.</param>
    /// <param name="unless">A condition under which the entity need not exist any more.</param>
    public static EntityTypeBuilder<T> MayPointTo<T, TTarget>(this EntityTypeBuilder<T> builder, string property, string reference, string? unless = null)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget>
    {
        var target = ShapeOf<TTarget>.Name;
        var generated = property + char.ToUpperInvariant(target[0]) + target[1..];
        var condition = $"{reference}_kind = '{target}'" + (unless is null ? "" : $" AND NOT {unless}");
        builder.Property<Id<TTarget>?>(generated).HasComputedColumnSql($"CASE WHEN {condition} THEN {reference}_id END", stored: true);
        return builder.Key<T, TTarget>(generated);
    }

    private static EntityTypeBuilder<T> Key<T, TTarget>(this EntityTypeBuilder<T> builder, string property)
        where T : class, IEntity<T>
        where TTarget : class, IEntity<TTarget>
    {
        builder.HasOne<TTarget>().WithMany().HasForeignKey(ModelId, property).OnDelete(DeleteBehavior.NoAction);
        return builder;
    }
}
