using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>What every section of a detail panel needs: which entity it is about, the model around it, and how to edit.</summary>
/// <param name="Standing">How the workspace works, and as whom the person who looks takes its steps.</param>
public sealed record DetailScope(EntityRef Self, ModelGraph Graph, DetailEdits Edits, Guid Model, Standing Standing)
{
    public ModelContent Content => Graph.Content;

    /// <summary>Why the step would be refused, as a sentence; null where it would not.</summary>
    public string? Against(Step step) => Standing.Against(Content, step);

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
