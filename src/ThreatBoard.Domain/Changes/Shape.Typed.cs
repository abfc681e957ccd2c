using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The description of one kind of entity, from which every fold over changes is made.</summary>
/// <param name="create">An entity with this id and every field at its default; defaults are left out of stored JSON.</param>
public sealed class Shape<T>(string name, Func<Guid, T> create, ModelPart part = ModelPart.Content) : Shape(name, part)
    where T : class, IEntity<T>
{
    private Setter _madeBy = Setter.Anyone;
    private Func<T, string> _title = entity => entity.Key.ToString();

    /// <summary>In the order of their names, which is the order of canonical JSON.</summary>
    public ImmutableArray<Field<T>> Fields { get; private set; } = [];

    public ImmutableArray<Reference<T>> References { get; private set; } = [];

    public ImmutableArray<Uniqueness<T>> Uniques { get; private set; } = [];

    public override Type EntityType => typeof(T);

    /// <summary>Who may add and remove such an entity by itself; what goes along with something else goes whoever may make it.</summary>
    public override Setter Maker => _madeBy;

    public T Create(Guid id) => create(id);

    /// <summary>What a person calls the entity; never markup.</summary>
    public string Title(T entity) => _title(entity);

    public override void Accept(IShapeVisitor visitor) => visitor.Visit(this);

    public override TResult Accept<TResult>(IShapeVisitor<TResult> visitor) => visitor.Visit(this);

    public Field<T>? FieldNamed(string field) => Fields.FirstOrDefault(f => f.Name == field);

    public Shape<T> Titled(Func<T, string> title)
    {
        _title = title;
        return this;
    }

    public Shape<T> MadeBy(Setter makers)
    {
        _madeBy = makers;
        return this;
    }

    public Shape<T> Field<TValue>(
        string field, Func<T, TValue> get, Func<T, TValue, T> with, Setter setBy = Setter.PersonOrImporter, Func<TValue, string?>? check = null) =>
        Add(new Field<T, TValue>(field, setBy, get, with, Both: null, check));

    /// <summary>A text of at most <paramref name="limit"/> UTF-16 code units, without control characters.</summary>
    public Shape<T> Text(
        string field, Func<T, string> get, Func<T, string, T> with, int limit, bool required = false, Setter setBy = Setter.PersonOrImporter) =>
        Add(new TextField<T>(field, setBy, get, with, limit, required).AsField());

    /// <summary>A set: what two people add or remove at once is joined element by element.</summary>
    public Shape<T> Merging<TValue>(
        string field, Func<T, ValueSet<TValue>> get, Func<T, ValueSet<TValue>, T> with,
        Setter setBy = Setter.PersonOrImporter, Func<ValueSet<TValue>, string?>? check = null)
        where TValue : notnull, IComparable<TValue> =>
        Add(new Field<T, ValueSet<TValue>>(field, setBy, get, with, SetMerge.Join, check));

    public Shape<T> Refers(Reference<T> reference)
    {
        References = References.Add(reference);
        return this;
    }

    /// <summary>No two entities of a model share what <paramref name="what"/> gives; null may be shared.</summary>
    public Shape<T> Unique(string field, Func<T, object?> what, string problem)
    {
        Uniques = Uniques.Add(new(field, what, problem));
        return this;
    }

    private Shape<T> Add(Field<T> field)
    {
        Fields = [.. Fields.Add(field).OrderBy(f => f.Name, StringComparer.Ordinal)];
        return this;
    }
}
