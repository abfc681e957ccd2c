using System.Diagnostics;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Features.Revisions;

namespace ThreatBoard.Web.Tests.Revisions;

/// <summary>Comparing two large states ends in time, and takes memory by what is compared; a reader who leaves is not read for.</summary>
[Trait("Matrix", "C6")]
public sealed class LargeComparisonTests
{
    private const int Elements = 5_000;
    private const long MostBytesAnElement = 60_000;

    /// <summary>Five times what the matrix wants.</summary>
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(15);

    [Fact]
    public void Two_states_of_five_thousand_elements_are_compared_in_time_and_in_bounded_memory()
    {
        var spaces = Enumerable.Range(0, 50).Select(at => Some.Boundary($"space {at}")).ToList();
        var parts = Enumerable.Range(0, Elements / 2).Select(at => Some.Component($"part {at}", spaces[at % spaces.Count].Id)).ToList();
        var flows = parts.Zip(parts.Skip(1), Some.Flow).ToList();
        var threats = parts.Select(part => Some.Threat(ThreatSubject.Of(part)) with { Suggested = new(3, 4) }).ToList();
        var before = ModelContent.Empty.With(spaces).With(parts).With(flows).With(threats);
        var after = before.With(parts.Where((_, at) => at % 3 == 0).Select(part => part with { Technology = "Go" })).With(flows.Where((_, at) => at % 5 == 0).Select(flow => flow with { Transport = flow.Transport with { Encryption = Encryption.Tls } }))
            .Apply(Closure.Of(before, [.. threats.Where((_, at) => at % 7 == 0).Select(Change.Remove)]));
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var comparison = RevisionComparison.Of(before, after);
        var lines = TreeLines.Of(comparison, null, null);
        Assert.Equal((comparison.Tally.All, comparison.Risk.Gone.Count()), (lines.Entities, threats.Count(threat => !after.Has(EntityRef.To(threat)))));
        Assert.NotEmpty(comparison.Flows);
        Assert.True(Stopwatch.GetElapsedTime(started) < s_deadline, $"It took {Stopwatch.GetElapsedTime(started)}.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, Elements * MostBytesAnElement);
    }
}
