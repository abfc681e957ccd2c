using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>One thing that is reached, or that reaches.</summary>
/// <param name="Key">Under which the attack graph knows it.</param>
/// <param name="Steps">How many steps it takes at least.</param>
/// <param name="IsAsset">Worth reaching: it keeps data, is a machine, or is control of the API server.</param>
public sealed record BlastGain(string Key, string Name, int Steps, bool IsAsset);

/// <summary>One step of a path, with what was seen that makes it possible.</summary>
public sealed record BlastStep(string From, string To, string Because, ImmutableArray<(Place? At, Evidence Seen)> Seen);

/// <summary>What a start reaches, or who reaches it, and the shortest path to what was chosen.</summary>
/// <param name="Gains">Nearest first; cut at <see cref="Most"/>, what is worth reaching kept.</param>
/// <param name="Path">Empty where no path is asked for, or none leads there.</param>
/// <param name="IsCut">The cluster has more edges than the graph keeps: what is shown is true, but not all.</param>
public sealed record BlastSum(ImmutableArray<BlastGain> Gains, int Total, ImmutableArray<BlastStep> Path, bool IsCut, CanvasOverlay Overlay)
{
    /// <summary>The keys of both ends of the path; null where there is none.</summary>
    public (string Start, string End)? Ends { get; init; }

    /// <summary>More rows than anybody reads beside a diagram.</summary>
    public const int Most = 150;

    public IEnumerable<BlastGain> Assets => Gains.Where(gain => gain.IsAsset);
}
