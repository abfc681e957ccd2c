using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

public sealed class MitigationProgressTests : PanelContext
{
    private static readonly Mitigation s_mitigation = Some.Mitigation();

    public MitigationProgressTests()
        : base(ModelContent.Empty.With(s_mitigation))
    {
    }

    [Fact]
    public void Only_what_is_implemented_can_be_verified_and_the_button_says_so()
    {
        var section = Shown();
        Assert.True(Button(section, "Verified").HasAttribute("disabled"));
        Assert.Contains("Only what is implemented can be verified", section.Markup, StringComparison.Ordinal);
        Button(section, "Planned").Click();
        Assert.Equal(MitigationStatus.Planned, Saved(s_mitigation).Status);
        Assert.Equal("step", Shown().FindAll(".steps li")[1].GetAttribute("aria-current"));
    }

    [Fact]
    public void Where_the_workspace_says_so_somebody_else_verifies()
    {
        Door.Content = Door.Content.With(s_mitigation with { Status = MitigationStatus.Implemented, Implemented = Door.Standing.Sign() });
        Assert.False(Button(Shown(), "Verified").HasAttribute("disabled"));
        Door.Standing = Door.Standing with { Rules = Door.Standing.Rules with { VerifierDiffers = true } };
        var section = Shown();
        Assert.True(Button(section, "Verified").HasAttribute("disabled"));
        Assert.Contains("somebody else verifies what you implemented", section.Markup, StringComparison.Ordinal);
        Assert.Contains("Implemented, says Ada", section.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<MitigationProgress> Shown() => Within<Mitigation, MitigationProgress>(s_mitigation, set => set.Add(s => s.Mitigation, Saved(s_mitigation)));
}
