using System.ComponentModel;

namespace ThreatBoard.Web.Api;

/// <summary>A model as the API lists it.</summary>
/// <param name="Risk">The highest residual risk of its open threats, 0 to 25.</param>
public sealed record ApiModel(Guid Id, string Name, int Components, int OpenThreats, int Risk, DateTimeOffset ChangedAt);

/// <summary>An import that waits for a person.</summary>
/// <param name="Review">Where a person looks at the change set and accepts or discards it; a path on this server.</param>
/// <param name="Objects">How many Kubernetes objects were read.</param>
/// <param name="Problems">What was not understood, the worst first.</param>
public sealed record ApiImport(
    [property: Description("The id of the stored change set.")] Guid Id,
    Guid Model, string Source, string Cluster, string Environment, string State, string Review, int Objects, IReadOnlyList<string> Problems);

/// <summary>The answer to a listing.</summary>
public sealed record ApiModels(IReadOnlyList<ApiModel> Models);
