using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>The same content under new ids, every reference following along.</summary>
public static class Copy
{
    /// <param name="newId">Asked once for each entity's id.</param>
    /// <param name="include">Which kinds are copied; null for all. What is left out must not be named by what is copied.</param>
    public static ModelContent Of(ModelContent content, Func<Guid, Guid> newId, Func<Shape, bool>? include = null)
    {
        var ids = new Dictionary<Guid, Guid>();
        var copier = new Copier(content, id => ids.TryGetValue(id, out var known) ? known : ids[id] = newId(id));
        foreach (var shape in EntityKinds.All.Where(include ?? (_ => true))) shape.Accept(copier);
        return copier.Copied;
    }

    private sealed class Copier(ModelContent content, Func<Guid, Guid> map) : IShapeVisitor
    {
        public ModelContent Copied { get; private set; } = ModelContent.Empty;

        public void Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => Copied = Copied.With(content.All<T>().OrderBy(entity => entity.Key).Select(entity => Renewed(shape, entity)).ToList());

        private T Renewed<T>(Shape<T> shape, T entity)
            where T : class, IEntity<T>
        {
            var copy = shape.Fields.Aggregate(shape.Create(map(entity.Key)), (target, field) => field.Copy(entity, target));
            return shape.References.Aggregate(copy, (target, reference) => reference.Remap(target, map));
        }
    }
}
