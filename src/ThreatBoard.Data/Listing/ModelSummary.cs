using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Listing;

/// <summary>A model as the list shows it.</summary>
/// <param name="OpenThreats">Threats that still ask for work.</param>
/// <param name="ResidualScore">The highest residual score of any threat, 0 to 25.</param>
/// <param name="Revisions">How many revisions were published.</param>
public sealed record ModelSummary(
    Guid Id, string Name, string Description, ValueSet<string> Tags, bool IsArchived, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int Components, int Flows, int OpenThreats, int ResidualScore, int Revisions)
{
    public Guid WorkspaceId { get; init; }

    /// <summary>The workspace's name.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>Where the workspace's bands of risk begin.</summary>
    public BandScale Bands { get; init; } = BandScale.Usual;

    /// <summary>The band of the highest residual score.</summary>
    public RiskBand Band => Bands.Of(ResidualScore);
}
