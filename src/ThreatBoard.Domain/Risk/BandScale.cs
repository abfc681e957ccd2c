namespace ThreatBoard.Domain.Risk;

/// <summary>Where the bands of the 5×5 matrix begin; a workspace can set its own.</summary>
/// <param name="Medium">The lowest medium score.</param>
/// <param name="High">The lowest high score.</param>
/// <param name="Critical">The lowest critical score.</param>
public sealed record BandScale(int Medium, int High, int Critical)
{
    private const int Worst = Rating.Highest * Rating.Highest;

    /// <summary>Low 1–4, medium 5–9, high 10–14, critical 15–25.</summary>
    public static BandScale Usual { get; } = new(Medium: 5, High: 10, Critical: 15);

    public RiskBand Of(int score) =>
        score <= 0 ? RiskBand.None
        : score < Medium ? RiskBand.Low
        : score < High ? RiskBand.Medium
        : score < Critical ? RiskBand.High
        : RiskBand.Critical;

    /// <summary>Scores from 2 to 25 that rise, so that every band holds some score.</summary>
    public static string? Problem(BandScale scale) =>
        scale.Medium > 1 && scale.Medium < scale.High && scale.High < scale.Critical && scale.Critical <= Worst
            ? null
            : $"Bands begin at scores that rise, from 2 to {Worst}: medium, then high, then critical.";
}
