using System.Collections.Concurrent;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Iterations;

/// <summary>The iteration that is open with how far it has come: computed once for a content and a day, and shared by all who look at it, on any thread.</summary>
public sealed record OpenRound(Iteration Iteration, IterationProgress Progress)
{
    /// <summary>Null where no iteration is open.</summary>
    public static OpenRound? Of(ModelContent content, DateOnly today) => content.Shared(static known => new Days(known)).On(today);

    private sealed class Days(ModelContent content)
    {
        private readonly ConcurrentDictionary<DateOnly, Lazy<OpenRound?>> _known = [];

        public OpenRound? On(DateOnly today) => _known.GetOrAdd(today, day => new(() =>
            Iteration.Current(content) is { } iteration ? new(iteration, IterationProgress.Of(content, iteration, day)) : null)).Value;
    }
}
