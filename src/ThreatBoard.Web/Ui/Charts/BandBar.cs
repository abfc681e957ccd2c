using System.Collections.Immutable;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Ui.Charts;

/// <summary>One row of bars.</summary>
/// <param name="Parts">The worst first.</param>
public sealed record BandBar(string Name, ImmutableArray<BandPart> Parts);

/// <summary>How many of a band, and where they are listed; null where there is no list.</summary>
public sealed record BandPart(RiskBand Band, int Count, string? Href);
