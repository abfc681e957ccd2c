using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class BulkEditTests
{
    [Fact]
    public void What_is_not_set_stays_and_tags_are_added()
    {
        var threat = Some.Threat() with { Owner = Owner.Named("Ada"), Tags = ["old"] };
        var change = Assert.Single((BulkEdit.Nothing with { Due = new(2027, 1, 1), Tags = ["new"] }).Preview([threat]).Changes);
        Assert.Equal(threat with { Due = new(2027, 1, 1), Tags = ["new", "old"] }, change.After);
    }

    [Fact]
    public void A_threat_that_is_so_already_is_not_changed()
    {
        var preview = (BulkEdit.Nothing with { Owner = Owner.Named("Ada") }).Preview([Some.Threat() with { Owner = Owner.Named("Ada") }, Some.Threat()]);
        Assert.Equal((1, 1), (preview.Changes.Length, preview.Unchanged));
    }

    [Fact]
    public void Accepting_without_a_reason_is_refused_before_it_is_sent()
    {
        var preview = (BulkEdit.Nothing with { Treatment = new(TreatmentKind.Accept, "") }).Preview([Some.Threat()]);
        Assert.Empty(preview.Changes);
        Assert.Equal("Say why: this treatment needs a reason.", Assert.Single(preview.Refused).Problem);
    }

    [Fact]
    public void The_earliest_day_takes_a_due_day_away() =>
        Assert.Null(Assert.Single((BulkEdit.Nothing with { Due = DateOnly.MinValue }).Preview([Some.Threat() with { Due = new(2027, 1, 1) }]).Changes).After!.Due);
}
