using System.Text.Json.Serialization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>What a comparison says of one drawn element.</summary>
/// <param name="Kind"><c>added</c>, <c>removed</c>, <c>changed</c>, or <c>moved</c> where it only stands elsewhere.</param>
/// <param name="From">Where it stood before, where an arrow is to lead from there.</param>
public sealed record SceneMark(
    string Id,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ScenePlace? From);
