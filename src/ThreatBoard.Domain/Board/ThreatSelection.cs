using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Board;

/// <summary>Which threats a number of the board counts; the list that it links to shows exactly these.</summary>
public sealed record ThreatSelection
{
    public static ThreatSelection Everything { get; } = new();

    /// <summary>Those that still ask for work.</summary>
    public static ThreatSelection Open { get; } = new() { IsOpen = true };

    /// <summary>Those whose risk is still carried, accepted and transferred ones among them.</summary>
    public static ThreatSelection Carried { get; } = new() { CarriesRisk = true };

    public bool? IsOpen { get; init; }

    public bool? CarriesRisk { get; init; }

    public ThreatStatus? Status { get; init; }

    public RiskBand? Band { get; init; }

    public AgeBucket? Age { get; init; }

    /// <summary>The cell of the matrix that its residual risk lies in.</summary>
    public Rating? Residual { get; init; }

    public EntityRef? Subject { get; init; }

    public Stride? Category { get; init; }

    public bool Holds(BoardRow row) =>
        Fits(IsOpen, row.State.Status.IsOpen())
        && Fits(CarriesRisk, row.State.Status.CarriesRisk())
        && Fits(Status, row.State.Status)
        && Fits(Band, row.Band)
        && Fits(Age, row.Age)
        && (Residual is null || Residual == row.State.Residual)
        && Fits(Subject, row.Threat.Subject.Ref)
        && Fits(Category, row.Threat.Category);

    private static bool Fits<T>(T? wanted, T value)
        where T : struct => wanted is not { } some || EqualityComparer<T>.Default.Equals(some, value);
}
