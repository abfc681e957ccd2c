using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>How the six categories are written on screen.</summary>
public static class StrideWords
{
    public static string Words(this Stride category) => category switch
    {
        Stride.Spoofing => "Spoofing",
        Stride.Tampering => "Tampering",
        Stride.Repudiation => "Repudiation",
        Stride.InformationDisclosure => "Information disclosure",
        Stride.DenialOfService => "Denial of service",
        Stride.ElevationOfPrivilege => "Elevation of privilege",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    public static string Letter(this Stride category) => category.Words()[..1];
}
