using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Scenes as the browser reads them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DiagramScene))]
[JsonSerializable(typeof(SceneDelta))]
[JsonSerializable(typeof(ComparisonScene))]
public sealed partial class SceneJson : JsonSerializerContext;
