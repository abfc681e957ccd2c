using System.Collections.Concurrent;
using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>The iteration that is open with how far it has come: computed once for a content and a day, and shared by all who look at it, on any thread.</summary>
/// <param name="Blocking">All that stands before the next phase: what the phases miss, and an approval where the last one needs it.</param>
public sealed record OpenRound(Iteration Iteration, IterationProgress Progress, ImmutableArray<Blocker> Blocking)
{
    /// <summary>Null where no iteration is open.</summary>
    public static OpenRound? Of(ModelContent content, DateOnly today, WorkingRules rules) => content.Shared(static known => new Days(known)).On(today, rules);

    private sealed class Days(ModelContent content)
    {
        private readonly ConcurrentDictionary<(DateOnly Today, bool AsksApproval), Lazy<OpenRound?>> _known = [];

        public OpenRound? On(DateOnly today, WorkingRules rules) => _known.GetOrAdd((today, rules.AsksApproval), _ => new(() => Made(today, rules))).Value;

        private OpenRound? Made(DateOnly today, WorkingRules rules)
        {
            if (Iteration.Current(content) is not { } iteration) return null;
            var progress = IterationProgress.Of(content, iteration, today);
            return new(iteration, progress, iteration.Phase is IterationPhase.Mitigate ? [.. progress.Missing, .. ApprovalGuard.Of(content, rules)] : progress.Missing);
        }
    }
}
