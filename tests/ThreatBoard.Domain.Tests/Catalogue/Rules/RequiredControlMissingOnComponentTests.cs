using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class RequiredControlMissingOnComponentTests
{
    private readonly TwoNamespaces<RequiredControlMissingOnComponent> _model = new();

    [Theory]
    [InlineData(ControlDemand.Required, ControlPresence.Absent, Answer.Found)]
    [InlineData(ControlDemand.Required, ControlPresence.Unknown, Answer.CannotTell)]
    [InlineData(ControlDemand.Required, ControlPresence.Present, Answer.NotFound)]
    [InlineData(ControlDemand.Required, ControlPresence.NotApplicable, Answer.NotFound)]
    [InlineData(ControlDemand.NotRequired, ControlPresence.Absent, Answer.NotFound)]
    public void It_is_judged_by_its_required_controls(ControlDemand demand, ControlPresence presence, Answer expected)
    {
        Put(demand, presence);
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void A_container_that_was_read_is_left_to_the_rules_of_manifests()
    {
        var source = _model.Sketch.Put(new Source { Id = new(_model.Sketch.NextId()), Name = "shop", Cluster = "production" });
        _model.Sketch.Put(_model.Api with { IsContainer = true, Origins = [new(source.Id, "Pod/api#api")] });
        Put(ControlDemand.Required, ControlPresence.Absent);
        Assert.Empty(_model.Answers);
    }

    private void Put(ControlDemand demand, ControlPresence presence) => _model.Sketch.Put(new Control
    {
        Id = new(_model.Sketch.NextId()), Of = EntityRef.To(_model.Api), Name = "Rate limit", Demand = demand, State = new(presence, "said so"),
    });
}
