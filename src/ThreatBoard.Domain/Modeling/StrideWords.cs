namespace ThreatBoard.Domain.Modeling;

/// <summary>The categories of STRIDE as they stand in a sentence.</summary>
public static class StrideWords
{
    public static string Of(Stride category) => category switch
    {
        Stride.InformationDisclosure => "information disclosure",
        Stride.DenialOfService => "denial of service",
        Stride.ElevationOfPrivilege => "elevation of privilege",
        _ => category.ToString().ToLowerInvariant(),
    };
}
