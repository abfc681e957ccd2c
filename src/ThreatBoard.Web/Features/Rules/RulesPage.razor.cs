using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Rules;

/// <summary>The card of every rule, filtered by the address.</summary>
public sealed partial class RulesPage
{
    private static readonly FilterFields<RuleCard> s_fields = new FilterFields<RuleCard>(card => [card.Code, card.Title, card.Why, .. card.Mitigations, .. card.Named()])
        .Choice("stride", card => card.Category)
        .Text("code", card => card.Code)
        .Number("cwe", card => card.Cwe)
        .Field("risk", Risk);

    private static readonly string[] s_hints = [.. Enum.GetNames<Stride>().Select(name => $"stride:{name}"), "risk>=high"];

    private RowFilter<RuleCard> _filter = s_fields.Parse("");
    private List<RuleCard> _shown = [];

    [SupplyParameterFromQuery]
    public string? Filter { get; set; }

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override void OnParametersSet()
    {
        _filter = s_fields.Parse(Filter);
        var context = new FilterContext(OwnerNames.Stored, DateOnly.FromDateTime(Clock.GetLocalNow().Date));
        _shown = [.. RuleCards.All.Where(card => _filter.Passes(card, context))];
    }

    private static FilterTerm<RuleCard> Risk(FilterWord token) => ChoiceWords.Named<RiskBand>(token.Value) is [var wanted]
        ? new((card, _) => token.Operator.Holds((int)BandScale.Usual.Of(card.Suggested.Score), (int)wanted))
        : FilterTerm<RuleCard>.Wrong($"“{token.Value}” is no risk: write low, medium, high or critical, as in risk>=high.");

    private void Show(string filter) =>
        Address.Set("filter", filter.Length == 0 ? null : filter);
}
