using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Dashboard;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Dashboard;

public sealed class WorkTests
{
    private static readonly DateOnly s_today = new(2026, 11, 21);
    private static readonly ModelSummary s_model = new(Guid.CreateVersion7(), "shop", "", [], IsArchived: false, default, default, 0, 0, 0, 0, 0);

    [Fact]
    public void What_is_overdue_comes_before_what_is_riskier()
    {
        var content = ModelContent.Empty.With<Threat>([
            new() { Id = new(Guid.CreateVersion7()), Title = "risky", Suggested = new(5, 5) },
            new() { Id = new(Guid.CreateVersion7()), Title = "late", Suggested = new(1, 2), Due = s_today.AddDays(-1) },
            new() { Id = new(Guid.CreateVersion7()), Title = "small", Suggested = new(1, 1), Due = s_today }]);
        Assert.Equal(["late", "risky", "small"], Work.InOrder(Work.Of(s_model, content, OwnerNames.Stored), s_today).Select(item => item.Title));
    }

    [Fact]
    public void What_is_done_is_no_work()
    {
        var content = ModelContent.Empty.With<Mitigation>([
            new() { Id = new(Guid.CreateVersion7()), Title = "to do", Status = MitigationStatus.Planned },
            new() { Id = new(Guid.CreateVersion7()), Title = "done", Status = MitigationStatus.Implemented }]);
        var item = Assert.Single(Work.Of(s_model, content, OwnerNames.Stored));
        Assert.Equal($"/models/{s_model.Id}/mitigations?open=mitigation:{item.Id}", item.Address);
    }
}
