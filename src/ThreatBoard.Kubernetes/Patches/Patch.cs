namespace ThreatBoard.Kubernetes.Patches;

/// <summary>What a patch does to its object.</summary>
public enum PatchAction { Change, Create, Delete }

/// <summary>A change of one object, as YAML that kustomize takes as a strategic merge patch, or as a resource where it creates.</summary>
/// <param name="Target">Key of the object.</param>
/// <param name="Yaml">One document; what is created whole, what is changed alone otherwise.</param>
public sealed record Patch(PatchAction Action, string Target, string Yaml);
