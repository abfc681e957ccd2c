using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Catalogue;

/// <summary>Where public catalogues speak of the same thing; ids alone, never their words.</summary>
public sealed record RuleReferences
{
    /// <summary>Categories of the OWASP Kubernetes Top Ten of 2025, such as <c>K01</c>.</summary>
    public ValueList<string> Owasp { get; init; } = [];

    /// <summary>Recommendations of the CIS Kubernetes Benchmark 1.12, such as <c>5.2.2</c>.</summary>
    public ValueList<string> Cis { get; init; } = [];

    /// <summary>Techniques of Microsoft's threat matrix for Kubernetes, such as <c>MS-TA9018</c>.</summary>
    public ValueList<string> Microsoft { get; init; } = [];

    /// <summary>The control of the Pod Security Standards, such as <c>baseline: Host Namespaces</c>; empty where none is meant.</summary>
    public string PodSecurity { get; init; } = "";

    /// <summary>The chapter of the hardening guide of NSA and CISA; empty where none is meant.</summary>
    public string Guide { get; init; } = "";

    /// <summary>As people read them: the catalogue's name and the id.</summary>
    public IEnumerable<string> Words() =>
    [
        .. Owasp.Select(id => $"OWASP Kubernetes {id}:2025"),
        .. Cis.Select(id => $"CIS {id}"),
        .. Microsoft,
        .. PodSecurity.Length == 0 ? Array.Empty<string>() : [$"Pod Security {PodSecurity}"],
        .. Guide.Length == 0 ? Array.Empty<string>() : [$"NSA/CISA {Guide}"],
    ];
}
