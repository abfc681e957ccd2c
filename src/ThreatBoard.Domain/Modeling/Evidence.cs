namespace ThreatBoard.Domain.Modeling;

/// <summary>What was seen that shows something: an object's key, the YAML path inside it, and the value there (masked, or empty where absence is the evidence).</summary>
public sealed record Evidence(string Object, string Path, string Value);
