using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class BulkEditTests
{
    [Fact]
    public void What_is_not_set_stays_and_tags_come_and_go()
    {
        var threat = Some.Threat() with { Owner = Owner.Named("Ada"), Tags = ["old", "older"] };
        var change = Assert.Single(Preview(BulkEdit.Nothing with { Due = new(2027, 1, 1), Tags = ["new"], TagsGone = ["older"] }, threat).Changes);
        Assert.Equal(threat with { Due = new(2027, 1, 1), Tags = ["new", "old"] }, change.After);
    }

    [Fact]
    public void A_threat_that_is_so_already_is_not_changed()
    {
        var preview = Preview(BulkEdit.Nothing with { Owner = Owner.Named("Ada") }, Some.Threat() with { Owner = Owner.Named("Ada") }, Some.Threat());
        Assert.Equal((1, 1), (preview.Changes.Length, preview.Unchanged));
    }

    [Fact]
    public void Accepting_without_a_reason_is_refused_before_it_is_sent()
    {
        var preview = Preview(BulkEdit.Nothing with { Treatment = new(TreatmentKind.Accept, "") }, Some.Threat());
        Assert.Empty(preview.Changes);
        Assert.Equal("Say why: this treatment needs a reason.", Assert.Single(preview.Refused).Problem);
    }

    [Fact]
    public void What_the_door_would_refuse_is_left_out_and_said_and_the_rest_goes_on()
    {
        var (free, accepted) = (Some.Threat(), Some.Threat(title: "accepted") with { Treatment = new(TreatmentKind.Accept, "cheap") });
        var content = ModelContent.Empty.With([free, accepted]).With(new Acceptance { Id = Some.Id<Acceptance>(), Threat = accepted.Id });
        var preview = (BulkEdit.Nothing with { Treatment = new(TreatmentKind.Mitigate, "") }).Preview(content, [free, accepted]);
        Assert.Equal(free.Id, Assert.Single(preview.Changes).After!.Id);
        Assert.Equal("accepted", Assert.Single(preview.Refused).Threat.Title);
        Assert.Contains("withdraw the acceptance", preview.Refused[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_earliest_day_takes_a_due_day_away() =>
        Assert.Null(Assert.Single(Preview(BulkEdit.Nothing with { Due = DateOnly.MinValue }, Some.Threat() with { Due = new(2027, 1, 1) }).Changes).After!.Due);

    [Fact]
    public void What_was_typed_becomes_the_edit() => Assert.Equal(
        new BulkEdit(new(TreatmentKind.Transfer, "cheaper", "the insurer"), null, DateOnly.MinValue, ["a", "b"], ["c"]),
        (BulkDraft.Empty with { Treatment = "Transfer", Reason = " cheaper", To = "the insurer ", ClearDue = true, Tags = "a, b,", TagsGone = "c" }).ToEdit());

    private static BulkPreview Preview(BulkEdit edit, params Threat[] threats) => edit.Preview(ModelContent.Empty.With(threats), threats);
}
