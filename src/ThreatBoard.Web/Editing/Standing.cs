using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Web.Editing;

/// <summary>How the workspace of an open model works, and as whom the person takes its steps: enough to ask a step what it would say before it is taken.</summary>
public sealed record Standing(WorkingRules Rules, Signatory Me, TimeProvider Clock)
{
    /// <summary>The day in the workspace's time zone; the door asks the database.</summary>
    public DateOnly Today => Rules.DayOf(Clock.GetUtcNow());

    public WorkingDay Day => new(Today, Rules);

    /// <summary>As the person would sign now.</summary>
    public Signature Sign() => new(Me.Person, Me.Name, Clock.GetUtcNow());

    /// <summary>On what a step would be decided, as far as it is seen here.</summary>
    public StepGround Ground(ModelContent content) => new(content, Me, Clock.GetUtcNow(), Rules);

    /// <summary>Why the step would be refused, as a sentence; null where it would not.</summary>
    public string? Against(ModelContent content, Step step) => step.Decide(Ground(content)) is { Problems: [var first, ..] } ? first.Message : null;
}
