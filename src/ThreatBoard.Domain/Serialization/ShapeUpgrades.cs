using System.Text.Json;
using System.Text.Json.Nodes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Serialization;

/// <summary>Brings the JSON of entities, or of some of their fields, from the form it was stored in to the form of today, one step at a time.</summary>
public static class ShapeUpgrades
{
    /// <summary>The step at index n leads from shape n + 1 to n + 2; a step changes only what it names, since a journal row holds few fields.</summary>
    private static readonly Action<string, JsonObject>[] s_steps = [OwnersAreValues, DecisionsSayMore];

    /// <param name="kind">The entity's kind as it is stored.</param>
    /// <exception cref="JsonException">The shape is newer than this version knows, or none.</exception>
    public static JsonElement Of(string kind, JsonElement stored, int shape)
    {
        if (shape == ModelJson.ShapeNumber) return stored;
        if (shape is < 1 or > ModelJson.ShapeNumber) throw new JsonException($"A stored {kind} has shape {shape}; this version reads 1 to {ModelJson.ShapeNumber}. Update ThreatBoard.");
        var entity = JsonObject.Create(stored) ?? throw new JsonException($"A stored {kind} is no object.");
        foreach (var step in s_steps.Skip(shape - 1)) step(kind, entity);
        return JsonSerializer.SerializeToElement(entity);
    }

    /// <summary>Shape 1 had the owner of a threat or mitigation as a text: a name without an account.</summary>
    private static void OwnersAreValues(string kind, JsonObject entity)
    {
        if (kind is not ("threat" or "mitigation") || entity["owner"] is not JsonValue owner) return;
        var name = owner.GetValue<string>();
        entity["owner"] = new JsonObject
        {
            ["kind"] = name.Length == 0 ? "None" : "Named",
            ["account"] = null,
            ["name"] = name,
        };
    }

    /// <summary>Shape 2 did not know whether an assessment took a suggestion over, what it looked at, and to whom a risk is transferred.</summary>
    private static void DecisionsSayMore(string kind, JsonObject entity)
    {
        if (kind is not "threat") return;
        if (entity["assessment"] is JsonObject assessment)
        {
            assessment["source"] = nameof(AssessmentSource.Judgement);
            assessment["lookedAt"] = "";
        }

        if (entity["treatment"] is JsonObject treatment) treatment["to"] = "";
    }
}
