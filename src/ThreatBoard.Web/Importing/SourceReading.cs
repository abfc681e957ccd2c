using System.Collections.Immutable;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Importing;

/// <summary>What one reading of a source gave: the objects, free of credentials, and what was derived from them then.</summary>
public sealed record SourceReading(ImmutableArray<KubernetesObject> Objects, DerivedContent Derived)
{
    public static SourceReading Nothing { get; } = new([], DerivedContent.Nothing);
}
