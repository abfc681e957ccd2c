using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Changes;

/// <summary>One thing about an entity that is decided as a whole; its name is its name in stored JSON.</summary>
/// <param name="Name">Stored for years: renaming it needs an upgrade step of the shape.</param>
/// <param name="SetBy">Who may set it; the door refuses an edit by anybody else.</param>
public abstract record Field<T>(string Name, Setter SetBy)
    where T : class, IEntity<T>
{
    public abstract Type ValueType { get; }

    /// <summary>Whether what two people do to it at once is joined, so that it never conflicts.</summary>
    public abstract bool Joins { get; }

    public abstract bool AreEqual(T one, T other);

    /// <summary>Three-way: <paramref name="merged"/> starts as theirs and takes mine where only I changed it; false is a conflict.</summary>
    public abstract bool TryMerge(T origin, T theirs, T mine, ref T merged);

    public abstract object? ValueOf(T entity);

    /// <exception cref="InvalidCastException">The value is not of this field's type.</exception>
    public abstract T Put(T entity, object? value);

    /// <summary><paramref name="target"/> with this field's value of <paramref name="from"/>.</summary>
    public abstract T Copy(T from, T target);

    public abstract void Write(Utf8JsonWriter json, T entity);

    public abstract T Read(JsonElement json, T entity);

    /// <summary>What is wrong with the value, as a sentence that says what to do; null when it is fine.</summary>
    public abstract string? Problem(T entity);
}

/// <summary>A field with its type: how to get it, set it, merge it and check it.</summary>
public sealed record Field<T, TValue>(
    string Name, Setter SetBy, Func<T, TValue> Get, Func<T, TValue, T> With, MergeValue<TValue>? Both, Func<TValue, string?>? Check)
    : Field<T>(Name, SetBy)
    where T : class, IEntity<T>
{
    private static readonly EqualityComparer<TValue> s_same = EqualityComparer<TValue>.Default;

    private static JsonTypeInfo<TValue> Json => (JsonTypeInfo<TValue>)ModelJson.Options.GetTypeInfo(typeof(TValue));

    public override Type ValueType => typeof(TValue);

    public override bool Joins => Both is not null;

    public override bool AreEqual(T one, T other) => s_same.Equals(Get(one), Get(other));

    public override bool TryMerge(T origin, T theirs, T mine, ref T merged)
    {
        var (o, t, m) = (Get(origin), Get(theirs), Get(mine));
        if (s_same.Equals(o, m) || s_same.Equals(t, m)) return true;
        if (s_same.Equals(o, t))
        {
            merged = With(merged, m);
            return true;
        }

        if (Both is null) return false;
        merged = With(merged, Both(o, t, m));
        return true;
    }

    public override object? ValueOf(T entity) => Get(entity);

    public override T Put(T entity, object? value) => With(entity, (TValue)value!);

    public override T Copy(T from, T target) => With(target, Get(from));

    public override void Write(Utf8JsonWriter json, T entity) => JsonSerializer.Serialize(json, Get(entity), Json);

    public override T Read(JsonElement json, T entity) => With(entity, json.Deserialize(Json)!);

    public override string? Problem(T entity) => Check?.Invoke(Get(entity));
}

/// <summary>Joins two changes of one value that can both hold, such as additions to a set.</summary>
public delegate TValue MergeValue<TValue>(TValue origin, TValue theirs, TValue mine);
