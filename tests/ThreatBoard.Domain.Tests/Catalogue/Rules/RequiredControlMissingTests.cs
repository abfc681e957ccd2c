using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class RequiredControlMissingTests
{
    private readonly TwoNamespaces<RequiredControlMissing> _model = new();

    [Theory]
    [InlineData(ControlDemand.Required, ControlPresence.Absent, Answer.Found)]
    [InlineData(ControlDemand.Required, ControlPresence.Unknown, Answer.CannotTell)]
    [InlineData(ControlDemand.Required, ControlPresence.Present, Answer.NotFound)]
    [InlineData(ControlDemand.Required, ControlPresence.NotApplicable, Answer.NotFound)]
    [InlineData(ControlDemand.NotRequired, ControlPresence.Absent, Answer.NotFound)]
    [InlineData(ControlDemand.Undecided, ControlPresence.Absent, Answer.NotFound)]
    public void A_boundary_is_judged_by_its_required_controls(ControlDemand demand, ControlPresence presence, Answer expected)
    {
        Put("RBAC roles", demand, presence);
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void What_is_absent_goes_before_what_is_unknown()
    {
        Put("NetworkPolicies", ControlDemand.Required, ControlPresence.Unknown);
        Put("RBAC roles", ControlDemand.Required, ControlPresence.Absent);
        var finding = Assert.Single(_model.Answers);
        Assert.Equal((Answer.Found, "It lacks: RBAC roles."), (finding.Answer, finding.Because));
        Assert.Equal("RBAC roles", Assert.Single(finding.Evidence).Object);
    }

    private void Put(string name, ControlDemand demand, ControlPresence presence) => _model.Sketch.Put(new Control
    {
        Id = new(_model.Sketch.NextId()), Of = EntityRef.To(_model.Back), Name = name, Demand = demand, State = new(presence, "said so"),
    });
}
