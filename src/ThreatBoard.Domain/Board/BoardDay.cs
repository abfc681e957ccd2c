using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Board;

/// <summary>A model on one day, with a row for each of its threats: what the board counts and what its lists show.</summary>
public sealed class BoardDay
{
    public BoardDay(ModelContent content, WorkingDay day)
    {
        (Content, Day) = (content, day);
        var states = ThreatState.OfAll(content, day.Today);
        Rows = [.. content.All<Threat>().OrderBy(threat => threat.Id).Select(threat => Row(threat, states[threat.Id]))];
    }

    public ModelContent Content { get; }

    public WorkingDay Day { get; }

    /// <summary>By id.</summary>
    public ImmutableArray<BoardRow> Rows { get; }

    public IEnumerable<BoardRow> Where(ThreatSelection selection) => Rows.Where(selection.Holds);

    private BoardRow Row(Threat threat, ThreatState state) =>
        new(threat, state, Day.Bands.Of(state.ResidualScore), AgeBuckets.Of(Day.AgeOf(threat.Id.MadeAt)));
}

/// <summary>One threat as the board sees it.</summary>
/// <param name="Band">Of its residual risk, by the workspace's bands.</param>
public sealed record BoardRow(Threat Threat, ThreatState State, RiskBand Band, AgeBucket Age);
