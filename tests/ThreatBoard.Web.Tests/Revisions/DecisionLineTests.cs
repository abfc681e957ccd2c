using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Tests.Revisions;

public sealed class DecisionLineTests
{
    private static readonly DateTimeOffset s_day = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Threat s_threat = Some.Threat(title: "Cards can be read");
    private static readonly Iteration s_open = new() { Id = Some.Id<Iteration>(), Number = 2, Reason = new(IterationCause.Incident, "Token found", null), Opened = new(Guid.Empty, "Grace", s_day) };
    private static readonly Acceptance s_asked = new() { Id = Some.Id<Acceptance>(), Threat = s_threat.Id, Terms = new("cheap", "", new(2030, 12, 1)), Requested = new(Guid.Empty, "Grace", s_day.AddHours(1)) };
    private static readonly ModelContent s_before = ModelContent.Empty.With(s_threat);

    [Fact]
    public void What_was_opened_asked_answered_and_closed_is_told_in_the_order_of_time()
    {
        var approval = new Approval { Id = Some.Id<Approval>(), Iteration = s_open.Id, Asked = new(Guid.Empty, "Grace", s_day.AddHours(3)), Decision = new(IsGiven: true, Guid.Empty, "Rita", s_day.AddHours(4), "fine", IsAlone: false) };
        var after = s_before.With(s_open with { Closings = [new(IterationPhase.Identify, Guid.Empty, "Grace", s_day.AddHours(5), "no time", [])] })
            .With(s_asked with { Decision = new(IsApproved: true, Guid.Empty, "Rita", s_day.AddHours(2), "", IsAlone: false) }).With(approval);
        var lines = DecisionLine.Between(s_before, after);
        Assert.Equal(["Grace", "Grace", "Rita", "Grace", "Rita", "Grace"], lines.Select(line => line.Who));
        Assert.StartsWith("opened iteration 2: ", lines[0].Words, StringComparison.Ordinal);
        Assert.Contains("Token found", lines[0].Words, StringComparison.Ordinal);
        Assert.StartsWith("accepted the risk of “Cards can be read” until ", lines[2].Words, StringComparison.Ordinal);
        Assert.Equal((EntityRef.To(s_threat), "approved iteration 2: fine"), (lines[2].About, lines[4].Words));
        Assert.Equal("closed identify of iteration 2, although something was missing: no time", lines[5].Words);
    }

    [Fact]
    public void What_was_decided_before_is_not_told_again()
    {
        var before = s_before.With(s_open).With(s_asked);
        Assert.Empty(DecisionLine.Between(before, before));
        var ended = before.With(s_asked with { Ending = new(AcceptanceEnd.Withdrawn, Guid.Empty, "Grace", s_day.AddDays(1), "too risky") });
        Assert.Equal("ended the acceptance of “Cards can be read” (withdrawn): too risky", Assert.Single(DecisionLine.Between(before, ended)).Words);
    }
}
