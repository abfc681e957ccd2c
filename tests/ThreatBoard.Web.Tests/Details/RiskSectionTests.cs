using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

public sealed class RiskSectionTests : PanelContext
{
    private static readonly Component s_web = Some.Component();
    private static readonly Threat s_threat = Some.Finding(EntityRef.To(s_web)) with { Suggested = new(3, 4) };

    public RiskSectionTests()
        : base(ModelContent.Empty.With(s_web).With(s_threat))
    {
    }

    [Fact]
    public void The_suggestion_is_taken_over_only_when_somebody_saves_it_and_is_told_from_a_judgement()
    {
        var section = Shown();
        Button(section, "Take over 3 × 4").Click();
        Assert.Null(Saved(s_threat).Assessment);
        section.Find("textarea").Input("it is exposed");
        Button(section, "Save the assessment").Click();
        Assert.Equal((3, 4, "it is exposed", AssessmentSource.Suggestion), Told(Saved(s_threat).Assessment!));
        Assert.Contains("taken over from the rule", Shown().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_the_matrix_is_a_judgement_that_remembers_what_was_looked_at()
    {
        var section = Shown();
        section.Find("button[aria-label^='Likelihood 5, impact 2']").Click();
        Button(section, "Save the assessment").Click();
        Assert.Equal((5, 2, "", AssessmentSource.Judgement), Told(Saved(s_threat).Assessment!));
        Assert.NotEmpty(Saved(s_threat).Assessment!.LookedAt);
    }

    [Fact]
    public void What_has_changed_since_is_said_and_can_be_confirmed()
    {
        The_suggestion_is_taken_over_only_when_somebody_saves_it_and_is_told_from_a_judgement();
        Door.Content = Door.Content.With(s_web with { Kind = ComponentKind.DataStore });
        var section = Shown();
        Assert.Contains("has changed since it was assessed", section.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Button(section, "It still holds").Click();
        Assert.DoesNotContain("has changed since", Shown().Markup, StringComparison.Ordinal);
        Assert.Equal("it is exposed", Saved(s_threat).Assessment!.Justification);
    }

    [Fact]
    public void Inherent_residual_and_planned_are_told_apart_on_the_matrix()
    {
        var (done, planned) = (Some.Mitigation() with { Status = MitigationStatus.Implemented }, Some.Mitigation("Watch it"));
        Door.Content = Door.Content.With(s_threat with { Assessment = new(5, 4, "open") }).With([done, planned])
            .With([Some.Link(done, s_threat) with { Effect = new(2, 0) }, Some.Link(planned, s_threat) with { Effect = new(1, 1) }]);
        var section = Shown();
        string SignAt(int likelihood, int impact) => section.Find($"button[aria-label^='Likelihood {likelihood}, impact {impact}']").TextContent;
        Assert.Equal(("●", "○◆", "◇"), (SignAt(5, 4), SignAt(3, 4), SignAt(2, 3)));
        Assert.Contains("by what is implemented", section.Markup, StringComparison.Ordinal);
    }

    private static (int, int, string, AssessmentSource) Told(Assessment assessment) => (assessment.Likelihood, assessment.Impact, assessment.Justification, assessment.Source);

    private IRenderedComponent<RiskSection> Shown() => Within<Threat, RiskSection>(s_threat, set => set
        .Add(s => s.Threat, Saved(s_threat)).Add(s => s.State, ThreatState.OfAll(Door.Content)[s_threat.Id]));
}
