using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The same content under other ids, references included: a copy of a model, or derived content as it meets a model.</summary>
public static class Remap
{
    public static ModelContent Of(ModelContent content, Func<Guid, Guid> map)
    {
        var mapper = new Mapper(content, map);
        foreach (var shape in EntityKinds.All) shape.Accept(mapper);
        return mapper.Result;
    }

    private sealed class Mapper(ModelContent content, Func<Guid, Guid> map) : IShapeVisitor
    {
        public ModelContent Result { get; private set; } = ModelContent.Empty;

        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => Result = Result.With(content.All<T>().Select(entity => Mapped(shape, entity)).ToList());

        private T Mapped<T>(Shape<T> shape, T entity)
            where T : class, IEntity<T>
        {
            var moved = shape.Fields.Aggregate(shape.Create(map(entity.Key)), (copy, field) => field.Copy(entity, copy));
            return shape.References.Aggregate(moved, (copy, reference) => reference.Remap(copy, map));
        }
    }
}
