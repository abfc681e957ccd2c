using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Something that only one entity of a kind may have in a model.</summary>
/// <param name="Field">The field that is named where two have it.</param>
/// <param name="What">Compared by value; null is no claim.</param>
/// <param name="Problem">A sentence that says what to do.</param>
public sealed record Uniqueness<T>(string Field, Func<T, object?> What, string Problem)
    where T : class, IEntity<T>;
