using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Revisions;

/// <summary>One threat in two states of a model, with what follows from it in each.</summary>
/// <param name="Was">Null where it did not exist.</param>
/// <param name="Now">Null where it does not exist any more.</param>
public sealed record ThreatMove(Threat? Was, Threat? Now, ThreatState? Before, ThreatState? After)
{
    /// <summary>As it is after, or as it was where it was removed.</summary>
    public Threat Threat => Now ?? Was!;

    /// <summary>The cell of the matrix in which it was carried; null where it was not.</summary>
    public Rating? From => Carried(Before);

    /// <summary>The cell in which it is carried; null where it is not.</summary>
    public Rating? To => Carried(After);

    /// <summary>By how much the residual score rises, negative where it falls.</summary>
    public int Difference => (After?.ResidualScore ?? 0) - (Before?.ResidualScore ?? 0);

    public bool IsNew => !IsThere(Before) && IsThere(After);

    public bool IsGone => IsThere(Before) && !IsThere(After);

    /// <summary>Another rating, inherent or residual, even of the same score.</summary>
    public bool IsReRated => IsThere(Before) && IsThere(After) && (Before!.Inherent != After!.Inherent || Before.Residual != After.Residual);

    /// <summary>Another treatment, or a status that another treatment, acceptance or mitigation brought.</summary>
    public bool IsTreatedOtherwise =>
        IsThere(Before) && IsThere(After)
        && (Was!.Treatment != Now!.Treatment || (Before!.Status != After!.Status && (IsOfTreatment(Before.Status) || IsOfTreatment(After.Status))));

    private static bool IsThere(ThreatState? state) => state is { Status: not ThreatStatus.ResolvedByChange };

    private static bool IsOfTreatment(ThreatStatus status) => status is not (ThreatStatus.Open or ThreatStatus.Assessed);

    private static Rating? Carried(ThreatState? state) => state is { } known && known.Status.CarriesRisk() ? known.Residual : null;
}
