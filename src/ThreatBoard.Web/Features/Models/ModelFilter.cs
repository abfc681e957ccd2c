using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Models;

/// <summary>The fields by which models are filtered.</summary>
public static class ModelFilter
{
    public static FilterFields<ModelSummary> Fields { get; } = new FilterFields<ModelSummary>(model => [model.Name, model.Description, .. model.Tags])
        .AnyOf("tag", model => model.Tags)
        .Field("risk", Risk)
        .Number("open", model => model.OpenThreats)
        .Number("revisions", model => model.Revisions);

    private static FilterTerm<ModelSummary> Risk(FilterWord token) => ChoiceWords.Named<RiskBand>(token.Value) is [var wanted]
        ? new((model, _) => token.Operator.Holds((int)model.Band, (int)wanted))
        : FilterTerm<ModelSummary>.Wrong($"“{token.Value}” is no risk: write none, low, medium, high or critical, as in risk>=high.");
}
