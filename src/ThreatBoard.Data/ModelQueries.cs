using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>Restricts a query to one model; there is no other way to reach its entities from outside.</summary>
public static class ModelQueries
{
    public static IQueryable<T> Of<T>(this IQueryable<T> entities, ModelAccess access)
        where T : class, IEntity<T>
    {
        var model = access.ModelId;
        return entities.Where(entity => EF.Property<Guid>(entity, EntityMapping.ModelId) == model);
    }
}
