using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Workflow;

/// <summary>What a step comes to: changes, or what stands against it.</summary>
public sealed record StepResult(ImmutableArray<Change> Changes, ImmutableArray<Violation> Problems)
{
    public bool IsRefused => Problems.Length > 0;

    public static StepResult Done(params ImmutableArray<Change> changes) => new(changes, []);

    public static StepResult Refused(EntityRef about, string because) => new([], [new Violation(about, Field: null, because)]);

    public static StepResult Refused(IEnumerable<Violation> problems) => new([], [.. problems]);
}
