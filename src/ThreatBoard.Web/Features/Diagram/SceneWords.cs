using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The words by which browser and server name the same kinds.</summary>
internal static class SceneWords
{
    public static string Of(ComponentKind kind) => kind switch
    {
        ComponentKind.DataStore => "store",
        ComponentKind.ExternalEntity => "external",
        _ => "process",
    };

    public static string Of(BoundaryKind kind) => kind.Axis() is BoundaryAxis.Zone ? "zone" : kind.ToString().ToLowerInvariant();

    public static string Of(Encryption encryption) => encryption switch
    {
        Encryption.None => "none",
        Encryption.Tls => "tls",
        Encryption.MutualTls => "mtls",
        _ => "unknown",
    };

    public static string Of(Grouping grouping) => grouping is Grouping.Compute ? "compute" : "tenancy";

    /// <summary>Anything else than <c>compute</c> is the usual grouping.</summary>
    public static Grouping ToGrouping(string? word) => word == "compute" ? Grouping.Compute : Grouping.Tenancy;

    /// <summary>Anything else than <c>before</c> and <c>after</c> is both.</summary>
    public static ComparisonSide ToSide(string? word) => word switch
    {
        "before" => ComparisonSide.Before,
        "after" => ComparisonSide.After,
        _ => ComparisonSide.Both,
    };
}
