using System.Reflection;
using System.Text;
using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Tests.Serialization;

public sealed class StoredNamesTests
{
    private const string Golden = "Serialization/StoredNames.txt";

    [Fact]
    public void Names_that_are_stored_for_years_are_those_of_the_list()
    {
        var names = string.Concat(EntityKinds.All.Select(shape => shape.Accept(new Describer())));
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Golden)), names);
    }

    [Fact]
    public void Every_property_of_an_entity_has_a_field() =>
        Assert.Empty(EntityKinds.All.SelectMany(shape => shape.Accept(new Unnamed())));

    [Fact]
    public void A_property_without_a_field_is_named() => Assert.Equal(["forgetful.Forgotten"], new Unnamed().Visit(Forgetful.Shape));

    [Fact]
    public void Every_field_can_be_written_and_read() => Assert.All(EntityKinds.All, shape => Assert.True(shape.Accept(new RoundTrip())));

    /// <summary>Kind, fields and, where a field is an enum, its values.</summary>
    private sealed class Describer : IShapeVisitor<string>
    {
        public string Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            var fields = shape.Fields.Select(field => field.GetType().GetGenericArguments()[1] is { IsEnum: true } type
                ? $"  {field.Name}: {string.Join(' ', Enum.GetNames(type))}\n"
                : $"  {field.Name}\n");
            return $"{shape.Name} ({shape.Part})\n{string.Concat(fields)}";
        }
    }

    private sealed class Unnamed : IShapeVisitor<IEnumerable<string>>
    {
        public IEnumerable<string> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> =>
            from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanWrite && property.Name != "Id"
            where shape.FieldNamed(JsonNamingPolicy.CamelCase.ConvertName(property.Name)) is null
            select $"{shape.Name}.{property.Name}";
    }

    private sealed class RoundTrip : IShapeVisitor<bool>
    {
        public bool Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            var blank = shape.Create(new Guid(1, 0, 0, new byte[8]));
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, ModelJson.Writing)) EntityJson.WriteFields(json, shape.Fields, blank);
            using var read = JsonDocument.Parse(Encoding.UTF8.GetString(buffer.ToArray()));
            return EntityJson.ReadFields(read.RootElement, blank).Equals(blank);
        }
    }

    private sealed record Forgetful : IEntity<Forgetful>
    {
        public required Id<Forgetful> Id { get; init; }

        public string Name { get; init; } = "";

        public string Forgotten { get; init; } = "";

        Guid IEntity.Key => Id.Value;

        public static Shape<Forgetful> Shape { get; } =
            new Shape<Forgetful>("forgetful", id => new() { Id = new(id) }).Text("name", f => f.Name, (f, v) => f with { Name = v }, 10);
    }
}
