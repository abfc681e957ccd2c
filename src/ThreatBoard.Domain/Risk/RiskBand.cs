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

/// <summary>The usual bands of the 5×5 matrix: low 1–4, medium 5–9, high 10–14, critical 15–25.</summary>
public static class RiskBands
{
    public static RiskBand Of(int score) => BandScale.Usual.Of(score);

    /// <summary>L, M, H or C: bands are never told by colour alone.</summary>
    public static string Letter(this RiskBand band) => band is RiskBand.None ? "–" : band.ToString()[..1];
}
