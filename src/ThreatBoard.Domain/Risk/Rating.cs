namespace ThreatBoard.Domain.Risk;

/// <summary>Likelihood times impact, each from 1 (lowest) to 5 (highest).</summary>
public sealed record Rating(int Likelihood, int Impact)
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>1 to 25.</summary>
    public int Score => Likelihood * Impact;

    public static string? Problem(Rating? rating) =>
        rating is null or { Likelihood: >= Lowest and <= Highest, Impact: >= Lowest and <= Highest }
            ? null
            : $"Likelihood and impact go from {Lowest} to {Highest}.";

    /// <summary>This rating lowered by what a mitigation takes away, never below 1.</summary>
    public Rating LoweredBy(Effect effect) =>
        new(Math.Max(Lowest, Likelihood - effect.Likelihood), Math.Max(Lowest, Impact - effect.Impact));
}

/// <summary>How many steps a mitigation takes off likelihood and impact, each 0 to 4.</summary>
public sealed record Effect(int Likelihood, int Impact)
{
    public static Effect Usual { get; } = new(Likelihood: 2, Impact: 0);

    public static string? Problem(Effect effect) =>
        effect is { Likelihood: >= 0 and <= 4, Impact: >= 0 and <= 4 } ? null : "An effect takes 0 to 4 steps off likelihood and off impact.";
}
