using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Workflow;

/// <summary>A move of the workflow, decided on the state that it meets; no edit can do the same.</summary>
public abstract record Step
{
    /// <summary>The least that whoever takes it must be able to do.</summary>
    public abstract Duties Needs { get; }

    /// <summary>What history calls it, such as <c>approving an acceptance</c>.</summary>
    public abstract string Summary { get; }

    /// <summary>Why, for the journal; may be empty.</summary>
    public virtual string Reason => "";

    /// <summary>The entities that it looks at, with whatever refers to them; empty where it looks at the whole model.</summary>
    public abstract ImmutableArray<EntityRef> LooksAt { get; }

    /// <summary>What it says of the revision that it publishes; null for a step that publishes none.</summary>
    public virtual string? Publishes(StepGround ground) => null;

    /// <summary>The changes that it brings, or why it does not happen.</summary>
    public StepResult Decide(StepGround ground) =>
        ground.By.May(Needs) ? DecideOn(ground) : StepResult.Refused(EntityRef.WholeModel, $"Your role does not let you do this ({Summary}).");

    protected abstract StepResult DecideOn(StepGround ground);
}
