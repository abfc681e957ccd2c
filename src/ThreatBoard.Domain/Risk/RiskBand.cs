namespace ThreatBoard.Domain.Risk;

/// <summary>How bad a risk is, lowest first.</summary>
public enum RiskBand
{
    None,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>How bands are written. Which score lies in which band, the <see cref="BandScale"/> of the workspace says.</summary>
public static class RiskBands
{
    /// <summary>L, M, H or C: bands are never told by colour alone.</summary>
    public static string Letter(this RiskBand band) => band is RiskBand.None ? "–" : band.ToString()[..1];
}
