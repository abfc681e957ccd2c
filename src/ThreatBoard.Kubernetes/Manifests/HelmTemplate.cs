namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>How an unrendered Helm template is named.</summary>
internal static class HelmTemplate
{
    public const string Message = "Looks like a Helm template that was not rendered ({{ }}).";

    public const string Remedy = "Render it with 'helm template' and import what that prints.";
}
