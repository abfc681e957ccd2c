using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Mapping;

/// <summary>How the domain's value types are stored, wherever they occur.</summary>
internal static class ValueConventions
{
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        var ids = new Ids(conventions);
        foreach (var shape in EntityKinds.All) shape.Accept(ids);
        conventions.Properties<ValueSet<string>>().HaveConversion<TextSetConverter, ByValue<ValueSet<string>>>().HaveColumnType("text[]");
        conventions.Properties<ValueSet<Guid>>().HaveConversion<GuidSetConverter, ByValue<ValueSet<Guid>>>().HaveColumnType("uuid[]");
        conventions.Properties<ValueSet<Origin>>().HaveConversion<JsonTextConverter<ValueSet<Origin>>, ByValue<ValueSet<Origin>>>().HaveColumnType("jsonb");
        conventions.Properties<ValueList<Evidence>>().HaveConversion<JsonTextConverter<ValueList<Evidence>>, ByValue<ValueList<Evidence>>>().HaveColumnType("jsonb");
        conventions.Properties<ValueList<PhaseClosing>>().HaveConversion<JsonTextConverter<ValueList<PhaseClosing>>, ByValue<ValueList<PhaseClosing>>>().HaveColumnType("jsonb");
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    private sealed class Ids(ModelConfigurationBuilder conventions) : IShapeVisitor
    {
        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            conventions.Properties<Id<T>>().HaveConversion<IdConverter<T>>();
            conventions.Properties<ValueSet<Id<T>>>().HaveConversion<IdSetConverter<T>, ByValue<ValueSet<Id<T>>>>().HaveColumnType("uuid[]");
        }
    }
}
