using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Tests.Changes;

public sealed class ReturningTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_threat_is_resolved_when_its_subject_goes_and_open_again_when_it_returns()
    {
        var web = _sketch.Component("web");
        var threat = _sketch.Threat(ThreatSubject.Of(web));
        var gone = _sketch.Content.Apply(Closure.Of(_sketch.Content, [Change.Remove(web)]));
        Assert.Equal(ThreatStatus.ResolvedByChange, ThreatState.OfAll(gone)[threat.Id].Status);
        var back = gone.Apply(Returning.Of(gone, [Change.Add(web)]));
        Assert.Equal((ThreatStatus.Open, ThreatSubject.Of(web)), (ThreatState.OfAll(back)[threat.Id].Status, back.Find<Threat>(threat.Id.Value)!.Subject));
    }

    [Fact]
    public void What_returns_without_threats_changes_nothing_besides()
    {
        ImmutableArray<Change> added = [Change.Add(new Component { Id = new(_sketch.NextId()), Name = "web" })];
        Assert.Equal(added, Returning.Of(_sketch.Content, added));
    }
}
