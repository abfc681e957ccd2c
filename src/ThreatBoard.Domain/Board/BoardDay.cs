using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Board;

/// <summary>A model on one day, with a row for each of its threats: what the board counts and what its lists show.</summary>
public sealed class BoardDay
{
    public BoardDay(ModelContent content, DateOnly today, WorkingRules rules)
    {
        (Content, Today, Rules) = (content, today, rules);
        var states = ThreatState.OfAll(content, today);
        Rows = [.. content.All<Threat>().OrderBy(threat => threat.Id).Select(threat => Row(threat, states[threat.Id]))];
    }

    public ModelContent Content { get; }

    public DateOnly Today { get; }

    public WorkingRules Rules { get; }

    /// <summary>By id.</summary>
    public ImmutableArray<BoardRow> Rows { get; }

    public IEnumerable<BoardRow> Where(ThreatSelection selection) => Rows.Where(selection.Holds);

    private BoardRow Row(Threat threat, ThreatState state)
    {
        var days = Math.Max(0, Today.DayNumber - Rules.DayOf(threat.Id.MadeAt).DayNumber);
        return new(threat, state, Rules.Bands.Of(state.ResidualScore), AgeBuckets.Of(days));
    }
}

/// <summary>One threat as the board sees it.</summary>
/// <param name="Band">Of its residual risk, by the workspace's bands.</param>
public sealed record BoardRow(Threat Threat, ThreatState State, RiskBand Band, AgeBucket Age);
