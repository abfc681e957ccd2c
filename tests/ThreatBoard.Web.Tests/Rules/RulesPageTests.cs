using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Web.Features.Rules;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Tests.Account;

namespace ThreatBoard.Web.Tests.Rules;

public sealed class RulesPageTests : BunitContext
{
    public RulesPageTests()
    {
        ComponentFactories.AddStub<Microsoft.AspNetCore.Components.Web.PageTitle>();
        Services.AddSingleton<TimeProvider>(new SteppedClock(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));
        Services.AddScoped<AddressBar>();
    }

    [Fact]
    public void Every_rule_has_its_card() =>
        Assert.Equal(RuleCards.All.Select(card => card.Code), Render<RulesPage>().FindAll("article").Select(article => article.Id));

    [Fact]
    public void Codes_are_used_once() => Assert.Equal(RuleCards.All.Length, RuleCards.All.Select(card => card.Code).Distinct().Count());
}
