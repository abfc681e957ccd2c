using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>A flow as it is drawn.</summary>
/// <param name="Label">Protocol and port.</param>
/// <param name="Encryption"><c>unknown</c>, <c>none</c>, <c>tls</c> or <c>mtls</c>: its line.</param>
/// <param name="Crosses">The boundaries on which a tick shows that it crosses them, the outermost first.</param>
public sealed record SceneFlow(
    string Id,
    string Name,
    string Source,
    string Target,
    string Label,
    string Encryption,
    ImmutableArray<string> Crosses,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Derived,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SceneBadge? Badge) : ISceneElement
{
    public bool Equals(SceneFlow? other) =>
        other is not null && Id == other.Id && Name == other.Name && Source == other.Source && Target == other.Target && Label == other.Label
        && Encryption == other.Encryption && Derived == other.Derived && Badge == other.Badge && Crosses.SequenceEqual(other.Crosses);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
