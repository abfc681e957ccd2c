using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Mitigations;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Tests.Mitigations;

public sealed class MitigationRowTests
{
    private static readonly Owner s_ada = Owner.Person(Guid.CreateVersion7(), "Ada");
    private static readonly FilterContext s_today = new(OwnerNames.Stored with { Mine = [s_ada.Account!.Value] }, new(2026, 11, 21));
    private readonly Threat _threat = Some.Threat() with { Assessment = new(4, 4, "") };
    private readonly Mitigation _planned = Some.Mitigation("Encrypt it");
    private readonly Mitigation _done = Some.Mitigation("Authenticate it") with { Status = MitigationStatus.Implemented };

    [Fact]
    public void What_a_mitigation_takes_off_leaves_out_what_others_have_taken_off()
    {
        var rows = MitigationRow.Of(Content(_threat), DateOnly.MinValue).ToDictionary(row => row.Mitigation.Title);
        Assert.Equal((8, 4), (rows["Encrypt it"].Before, rows["Encrypt it"].After));
        Assert.Equal((16, 8), (rows["Authenticate it"].Before, rows["Authenticate it"].After));
    }

    [Fact]
    public void A_threat_that_carries_no_risk_any_more_counts_for_nothing() =>
        Assert.All(MitigationRow.Of(Content(_threat with { Treatment = new(TreatmentKind.Avoid, "switched off") }), DateOnly.MinValue), row => Assert.Equal(0, row.TakesOff));

    [Fact]
    public void Overdue_is_what_is_not_done_after_its_day()
    {
        var day = new DateOnly(2026, 11, 20);
        Assert.True(Row(_planned with { Due = day }).IsOverdue(s_today.Today));
        Assert.False(Row(_done with { Due = day }).IsOverdue(s_today.Today));
    }

    [Theory]
    [InlineData("status:open", "Encrypt it")]
    [InlineData("status:done", "Authenticate it")]
    [InlineData("status:implemented", "Authenticate it")]
    [InlineData("owner:me", "Authenticate it")]
    [InlineData("threats:0", "Encrypt it")]
    public void The_filter_leaves_what_it_names(string filter, string title)
    {
        MitigationRow[] rows = [Row(_planned), new(_done with { Owner = s_ada }, [_threat], 2, 1)];
        Assert.Equal(title, Assert.Single(MitigationsView.From(filter, null).Shown(rows, s_today)).Mitigation.Title);
    }

    [Fact]
    public void The_urgent_comes_first_and_what_is_done_last()
    {
        MitigationRow[] rows = [Row(_done), Row(_planned), Row(Some.Mitigation("soon") with { Due = new(2026, 12, 1) })];
        Assert.Equal(["soon", "Encrypt it", "Authenticate it"], MitigationsView.From(null, null).Shown(rows, s_today).Select(row => row.Mitigation.Title));
    }

    [Fact]
    public void A_view_survives_its_address()
    {
        var parameters = MitigationsView.From("status:open", "-due").ToParameters();
        Assert.Equal(("status:open", "-due"), (parameters["q"], parameters["sort"]));
        Assert.All(MitigationsView.From(null, null).ToParameters().Values, Assert.Null);
    }

    private static MitigationRow Row(Mitigation mitigation) => new(mitigation, [], 0, 0);

    private ModelContent Content(Threat threat) =>
        ModelContent.Empty.With(threat).With([_planned, _done]).With([Some.Link(_planned, threat), Some.Link(_done, threat)]);
}
