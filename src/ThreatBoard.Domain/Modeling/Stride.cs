namespace ThreatBoard.Domain.Modeling;

/// <summary>The six categories of STRIDE.</summary>
public enum Stride
{
    Spoofing,
    Tampering,
    Repudiation,
    InformationDisclosure,
    DenialOfService,
    ElevationOfPrivilege,
}
