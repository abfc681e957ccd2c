using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class RequiredControlMissingOnFlowTests
{
    private readonly TwoNamespaces<RequiredControlMissingOnFlow> _model = new();

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

    private void Put(ControlDemand demand, ControlPresence presence) => _model.Sketch.Put(new Control
    {
        Id = new(_model.Sketch.NextId()), Of = EntityRef.To(_model.Sketch.Flow(_model.Web, _model.Api)), Name = "Signed messages", Demand = demand, State = new(presence, "said so"),
    });
}
