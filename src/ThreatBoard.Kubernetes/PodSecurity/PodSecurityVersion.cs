using System.Globalization;

namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>The minor version of Kubernetes whose standards are meant, as <c>enforce-version</c> names it.</summary>
public readonly record struct PodSecurityVersion(int Minor)
{
    /// <summary>The newest standards that are known here.</summary>
    public static PodSecurityVersion Latest { get; } = new(37);

    /// <summary>Reads <c>latest</c> or <c>v1.25</c>; what cannot be read, and what is newer than known, is the latest.</summary>
    public static PodSecurityVersion Parse(string? text) =>
        text is not null && text.StartsWith("v1.", StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && minor < Latest.Minor
            ? new(minor)
            : Latest;

    public override string ToString() => $"v1.{Minor}";
}
