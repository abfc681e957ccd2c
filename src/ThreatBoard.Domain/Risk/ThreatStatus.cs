using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Risk;

/// <summary>Where a threat stands; always derived, never typed.</summary>
public enum ThreatStatus
{
    Open,
    Assessed,
    InTreatment,
    Mitigated,
    Accepted,
    Transferred,
    Avoided,
    NotApplicable,
    ResolvedByChange,
}

/// <summary>Which statuses still ask for work.</summary>
public static class ThreatStatuses
{
    public static bool IsOpen(this ThreatStatus status) => status is ThreatStatus.Open or ThreatStatus.Assessed or ThreatStatus.InTreatment;

    /// <summary>Whether the risk is still carried: everything but what is gone, avoided or does not apply.</summary>
    public static bool CarriesRisk(this ThreatStatus status) =>
        status is not (ThreatStatus.Avoided or ThreatStatus.NotApplicable or ThreatStatus.ResolvedByChange);
}
