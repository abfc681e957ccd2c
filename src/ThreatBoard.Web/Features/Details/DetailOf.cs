using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>What every section of a detail panel needs: which entity it is about, the model around it, and how to edit.</summary>
/// <param name="Me">The name of the person who looks.</param>
public sealed record DetailScope(EntityRef Self, ModelGraph Graph, DetailEdits Edits, Guid Model, string Me)
{
    public ModelContent Content => Graph.Content;

    /// <summary>How owners are called here.</summary>
    public OwnerNames Owners { get; init; } = OwnerNames.Stored;

    /// <summary>Finds people and teams of the workspace by the beginning of a name.</summary>
    public Func<string, Task<IReadOnlyList<Owner>>> SearchOwners { get; init; } = _ => Task.FromResult<IReadOnlyList<Owner>>([]);
}

/// <summary>One entity in the detail panel.</summary>
public sealed record DetailOf<T>(T Entity, DetailScope Scope)
    where T : class, IEntity<T>
{
    public ModelGraph Graph => Scope.Graph;

    public ModelContent Content => Scope.Content;

    /// <returns>What is wrong with it; null when it is saved, or waits for a choice.</returns>
    public Task<string?> SaveAsync(Func<T, T> change) => Scope.Edits.SaveAsync(Entity, change(Entity));
}
