using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>How reports are written as JSON, and what all of them say about their input.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Version { get; } = typeof(ReportJson).Assembly.GetName().Version!.ToString(3);

    public static object Tool { get; } = new { Name = "ThreatBoard", Version };

    public static object InputOf(ManifestReading reading) => new
    {
        reading.Files,
        Objects = reading.CountsByKind,
        reading.NotUsed,
        Problems = reading.Problems.Select(problem => new
        {
            Severity = problem.Severity.ToString().ToLowerInvariant(),
            problem.File,
            problem.Document,
            problem.Line,
            problem.Message,
            problem.Remedy,
        }),
        reading.FurtherProblems,
    };

    public static object? PlaceOf(ObjectLocation? at) => at is null ? null : new { at.File, at.Document, at.Line };

    public static byte[] Write(object document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);
}
