using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Features.Threats;

namespace ThreatBoard.Web.Tests.Threats;

public sealed class ThreatFilterTests
{
    [Theory]
    [InlineData(ThreatStatus.Open, true)]
    [InlineData(ThreatStatus.Assessed, true)]
    [InlineData(ThreatStatus.InTreatment, true)]
    [InlineData(ThreatStatus.Mitigated, false)]
    [InlineData(ThreatStatus.Accepted, false)]
    [InlineData(ThreatStatus.ResolvedByChange, false)]
    public void Open_is_whatever_still_asks_for_work(ThreatStatus status, bool passes) =>
        Assert.Equal(passes, Triage.Passes("status:open", Triage.Row(status: status)));

    [Fact]
    public void Several_statuses_are_joined_by_commas_and_written_with_hyphens()
    {
        Assert.True(Triage.Passes("status:in-treatment,mitigated", Triage.Row(status: ThreatStatus.InTreatment)));
        Assert.True(Triage.Passes("status:in-treatment,mitigated", Triage.Row(status: ThreatStatus.Mitigated)));
        Assert.False(Triage.Passes("status:in-treatment,mitigated", Triage.Row(status: ThreatStatus.Accepted)));
    }

    [Theory]
    [InlineData("risk>=high", 10, true)]
    [InlineData("risk>=high", 9, false)]
    [InlineData("risk:high", 15, false)]
    [InlineData("risk>high", 15, true)]
    [InlineData("risk<medium", 4, true)]
    [InlineData("risk>=12", 12, true)]
    [InlineData("risk<=12", 13, false)]
    public void Risk_is_compared_by_band_or_by_score(string filter, int score, bool passes) =>
        Assert.Equal(passes, Triage.Passes(filter, Triage.Row(score: score)));

    [Fact]
    public void Findings_of_newer_rules_are_found_by_a_word_of_their_own()
    {
        Assert.True(Triage.Passes("found:new", Triage.Row() with { IsNewOfRule = true }));
        Assert.False(Triage.Passes("found:new", Triage.Row()));
        Assert.Contains("write found:new", Assert.Single(ThreatFilter.Parse("found:lately").Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_in_a_boundary_is_found_by_its_id_and_by_its_name()
    {
        var shop = new Boundary { Id = new(Guid.CreateVersion7()), Name = "shop-web", Kind = BoundaryKind.Namespace };
        var row = Triage.Row() with { Around = [shop] };

        Assert.True(Triage.Passes($"in:boundary:{shop.Id}", row));
        Assert.True(Triage.Passes("in:shop", row));
        Assert.False(Triage.Passes("in:shop", Triage.Row()));
        Assert.False(Triage.Passes($"in:boundary:{Guid.CreateVersion7()}", row));
    }

    [Fact]
    public void A_risk_that_is_not_carried_any_more_is_none()
    {
        Assert.False(Triage.Passes("risk>=low", Triage.Row(score: 25, status: ThreatStatus.ResolvedByChange)));
        Assert.True(Triage.Passes("inherent>=high", Triage.Row(score: 25, status: ThreatStatus.ResolvedByChange)));
    }

    [Theory]
    [InlineData("owner:me", "person", true)]
    [InlineData("owner:me", "team", true)]
    [InlineData("owner:me", "Ada", false)]
    [InlineData("owner:me", "", false)]
    [InlineData("owner:none", "", true)]
    [InlineData("owner:\"Grace H\"", "Grace Hopper", true)]
    [InlineData("owner:plat", "team", true)]
    [InlineData("owner:01990000-0000-7000-8000-0000000000aa", "team", true)]
    [InlineData("owner:01990000-0000-7000-8000-0000000000aa", "person", false)]
    public void An_owner_is_a_name_or_an_account_or_me_with_my_teams_or_none(string filter, string owner, bool passes) =>
        Assert.Equal(passes, Triage.Passes(filter, Triage.Row(Triage.Threat() with { Owner = owner switch { "person" => Triage.Ada, "team" => Triage.Platform, _ => Owner.Named(owner) } })));

    [Theory]
    [InlineData("stride:tampering")]
    [InlineData("stride:T")]
    [InlineData("stride:spoofing,t")]
    public void A_category_is_named_or_lettered(string filter)
    {
        Assert.True(Triage.Passes(filter, Triage.Row(Triage.Threat() with { Category = Stride.Tampering })));
        Assert.False(Triage.Passes(filter, Triage.Row(Triage.Threat() with { Category = Stride.Repudiation })));
    }

    [Fact]
    public void A_subject_is_found_by_name_or_by_reference()
    {
        var component = new EntityRef("component", Guid.CreateVersion7());
        var row = Triage.Row(Triage.Threat() with { Subject = ThreatSubject.Of(component) }, subject: "shop frontend");
        Assert.True(Triage.Passes("subject:front", row));
        Assert.True(Triage.Passes($"subject:{component}", row));
        Assert.False(Triage.Passes($"subject:component:{Guid.CreateVersion7()}", row));
        Assert.True(Triage.Passes("subject:model", Triage.Row()));
    }

    [Theory]
    [InlineData("due:overdue", true)]
    [InlineData("due:none", false)]
    [InlineData("due<=2026-11-20", true)]
    [InlineData("due>2026-11-20", false)]
    public void A_due_day_is_compared(string filter, bool passes) =>
        Assert.Equal(passes, Triage.Passes(filter, Triage.Row(Triage.Threat() with { Due = new(2026, 11, 20) })));

    [Fact]
    public void Free_text_looks_into_title_subject_and_evidence()
    {
        var row = Triage.Row(Triage.Threat("Runs as root") with { Evidence = [new("apps/Deployment/shop/frontend", "spec.privileged", "true")] });
        Assert.True(Triage.Passes("ROOT", row));
        Assert.True(Triage.Passes("privileged frontend", row));
        Assert.False(Triage.Passes("privileged backend", row));
    }

    [Fact]
    public void A_minus_turns_a_token_round()
    {
        Assert.False(Triage.Passes("-rule:KUB", Triage.Row(rule: "KUB-001")));
        Assert.True(Triage.Passes("-rule:KUB", Triage.Row(rule: "FLOW-001")));
    }

    [Theory]
    [InlineData("colour:red", "“colour” is no field")]
    [InlineData("status:", "lacks a value")]
    [InlineData("status:vanished", "There are closed, untouched, carried, open")]
    [InlineData("risk>=huge", "write none, low, medium, high, critical")]
    [InlineData("due<tomorrow", "write due:overdue, due:none, or a day")]
    [InlineData("exposure<=near", "is no number")]
    public void A_token_that_is_not_understood_is_named_and_hides_nothing(string filter, string message)
    {
        var parsed = ThreatFilter.Parse(filter);
        Assert.Contains(message, Assert.Single(parsed.Problems), StringComparison.Ordinal);
        Assert.True(parsed.Passes(Triage.Row(), Triage.Today));
    }

    [Fact]
    public void A_text_with_a_colon_in_quotes_is_text() =>
        Assert.True(Triage.Passes("\"image: latest\"", Triage.Row(Triage.Threat("Pulls image: latest"))));

    [Fact]
    public void A_token_is_put_in_and_taken_out()
    {
        var filter = ThreatFilter.Parse("risk>=high owner:\"Ada L\"").Toggled("status:open");
        Assert.Equal("risk>=high owner:\"Ada L\" status:open", filter.Text);
        Assert.Equal("risk>=high owner:\"Ada L\"", filter.Toggled("status:open").Text);
    }

    [Fact]
    public void Nothing_typed_passes_everything() => Assert.Same(ThreatFilter.Everything, ThreatFilter.Parse("   "));
}
