using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Serialization;

/// <summary>How values are written in stored documents; pinned, because hashes are taken of these bytes.</summary>
public static class ModelJson
{
    /// <summary>Raised when the JSON of an entity changes its form, together with a step in <see cref="ShapeUpgrades"/>.</summary>
    public const int ShapeNumber = 3;

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Everything but what JSON must escape stands as it is, in UTF-8.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(ModelJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = ModelJsonContext.Default,
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>The type of every field's value, and of the elements of sets and lists.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(DateOnly?))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(Guid?))]
[JsonSerializable(typeof(EntityRef))]
[JsonSerializable(typeof(Origin))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(Id<Source>))]
[JsonSerializable(typeof(Id<Asset>))]
[JsonSerializable(typeof(Id<Boundary>))]
[JsonSerializable(typeof(ValueSet<string>))]
[JsonSerializable(typeof(ValueSet<Guid>))]
[JsonSerializable(typeof(ValueSet<Origin>))]
[JsonSerializable(typeof(ValueSet<Id<Boundary>>))]
[JsonSerializable(typeof(ValueSet<Id<Asset>>))]
[JsonSerializable(typeof(ValueList<Evidence>))]
[JsonSerializable(typeof(Id<Boundary>?))]
[JsonSerializable(typeof(Id<Component>?))]
[JsonSerializable(typeof(Id<Actor>?))]
[JsonSerializable(typeof(Id<Threat>?))]
[JsonSerializable(typeof(Id<Mitigation>))]
[JsonSerializable(typeof(Id<Threat>))]
[JsonSerializable(typeof(Id<Diagram>))]
[JsonSerializable(typeof(ComponentKind))]
[JsonSerializable(typeof(BoundaryKind))]
[JsonSerializable(typeof(AccountPrivilege))]
[JsonSerializable(typeof(Fact))]
[JsonSerializable(typeof(Classification))]
[JsonSerializable(typeof(ActorKind))]
[JsonSerializable(typeof(ControlDemand))]
[JsonSerializable(typeof(ControlState))]
[JsonSerializable(typeof(Stride))]
[JsonSerializable(typeof(ThreatSource))]
[JsonSerializable(typeof(MitigationStatus))]
[JsonSerializable(typeof(Grouping))]
[JsonSerializable(typeof(FlowEnds))]
[JsonSerializable(typeof(Transport))]
[JsonSerializable(typeof(ThreatSubject))]
[JsonSerializable(typeof(FindingKey))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(Rating))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Treatment))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(Owner))]
[JsonSerializable(typeof(PriorityChoice))]
[JsonSerializable(typeof(MitigationEvidence))]
[JsonSerializable(typeof(Signature))]
[JsonSerializable(typeof(AcceptanceTerms))]
[JsonSerializable(typeof(AcceptanceDecision))]
[JsonSerializable(typeof(AcceptanceEnding))]
[JsonSerializable(typeof(ApprovalDecision))]
[JsonSerializable(typeof(Id<Acceptance>?))]
[JsonSerializable(typeof(Id<Iteration>?))]
[JsonSerializable(typeof(CoverageMarkKind))]
[JsonSerializable(typeof(IterationPhase))]
[JsonSerializable(typeof(IterationReason))]
[JsonSerializable(typeof(RulesRun))]
[JsonSerializable(typeof(PhaseClosing))]
[JsonSerializable(typeof(ValueList<PhaseClosing>))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
