using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Architecture.Tests;

public sealed class RuleCatalogueTests
{
    private const string Page = "docs/rules.md";

    private static readonly Type[] s_types =
        [.. typeof(DomainRules).Assembly.GetTypes(), .. System.Reflection.Assembly.Load("ThreatBoard.Kubernetes").GetTypes()];

    private static IReadOnlyList<RuleCard> Cards => [.. RuleCatalogue.Listed(s_types).Select(RuleCatalogue.CardOf).OrderBy(c => c.Code, StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_stands_in_a_list() =>
        Offenders.AreNone(RuleCatalogue.InNoList(RuleCatalogue.RulesIn(s_types), RuleCatalogue.Listed(s_types)));

    [Fact]
    public void Every_rule_has_a_code_of_its_own() => Offenders.AreNone(RuleCatalogue.SharedCodes(Cards));

    [Fact]
    public void Every_card_is_whole() => Offenders.AreNone(RuleCatalogue.UnfinishedCards(Cards));

    [Fact]
    public void Every_rule_has_a_test_class() =>
        Offenders.AreNone(RuleCatalogue.WithoutTest(RuleCatalogue.RulesIn(s_types), Repository.CSharp.Where(f => f.IsTest)));

    [Fact]
    public void The_rules_page_is_what_the_cards_say()
    {
        var page = Repository.Full(Page);
        if (Environment.GetEnvironmentVariable("THREATBOARD_UPDATE") == "1") File.WriteAllText(page, RulesPage.Of(Cards));
        Assert.True(File.ReadAllText(page) == RulesPage.Of(Cards), $"{Page} is older than the cards: run this test with THREATBOARD_UPDATE=1.");
    }

    [Fact]
    public void The_page_changes_with_a_card() =>
        Assert.NotEqual(RulesPage.Of([Unlisted.Whole]), RulesPage.Of([Unlisted.Whole with { Why = "Otherwise." }]));

    [Fact]
    public void A_rule_in_no_list_is_named() =>
        Offenders.Names(RuleCatalogue.InNoList(RuleCatalogue.RulesIn([typeof(Unlisted)]), RuleCatalogue.Listed(s_types)), nameof(Unlisted));

    [Fact]
    public void A_rule_without_a_test_class_is_named() =>
        Offenders.Names(RuleCatalogue.WithoutTest([typeof(Unlisted)], [Offenders.Sample("tests/A.cs", "class OtherTests;")]), nameof(Unlisted));

    [Fact]
    public void A_shared_code_is_named() => Offenders.Names(RuleCatalogue.SharedCodes([Unlisted.Whole, Unlisted.Whole]), "TEST-001");

    public static TheoryData<RuleCard, string> Unfinished => new()
    {
        { Unlisted.Whole with { Code = "test" }, "no code" },
        { Unlisted.Whole with { Title = "" }, "no title" },
        { Unlisted.Whole with { Why = "" }, "why" },
        { Unlisted.Whole with { Mitigations = [] }, "no mitigation" },
        { Unlisted.Whole with { Suggested = new(0, 6) }, "1 to 5" },
        { Unlisted.Whole with { Cwe = null }, "neither" },
        { Unlisted.Whole with { Attack = ["1040"] }, "no technique" },
        { Unlisted.Whole with { References = new() { Owasp = ["K11"] } }, "K11" },
        { Unlisted.Whole with { References = new() { Microsoft = ["9018"] } }, "9018" },
    };

    [Theory]
    [MemberData(nameof(Unfinished), DisableDiscoveryEnumeration = true)]
    public void An_unfinished_card_is_named(RuleCard card, string word) => Offenders.Names(RuleCatalogue.UnfinishedCards([card]), word);

    private sealed class Unlisted : IThreatRule<string>
    {
        public static RuleCard Whole { get; } = new("TEST-001", "A title", Stride.Tampering, new(1, 1), "Because.", ["Do something."], Cwe: 1);

        public RuleCard Card => Whole;

        public IEnumerable<Finding> Examine(string world) => [];
    }
}
