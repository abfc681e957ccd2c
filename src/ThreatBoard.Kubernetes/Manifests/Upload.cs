using System.Text;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>One file as a person gave it: YAML, JSON or a zip of a folder, told apart by its name and first bytes.</summary>
public sealed record Upload(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The name that pasted text goes by in problems and evidence.</summary>
    public const string PastedName = "pasted.yaml";

    private static readonly string[] ManifestEndings = [".yaml", ".yml", ".json"];

    public static Upload Pasted(string text) => new(PastedName, Encoding.UTF8.GetBytes(text));

    internal bool IsZip => Content.Span.StartsWith("PK\u0003\u0004"u8) || Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    internal bool IsManifest => IsManifestName(Name);

    internal static bool IsManifestName(string name) =>
        Array.Exists(ManifestEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
