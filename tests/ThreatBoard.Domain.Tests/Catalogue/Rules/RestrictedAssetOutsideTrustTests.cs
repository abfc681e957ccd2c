using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class RestrictedAssetOutsideTrustTests
{
    private readonly TwoNamespaces<RestrictedAssetOutsideTrust> _model = new();

    [Theory]
    [InlineData(Classification.Restricted, Answer.Found)]
    [InlineData(Classification.Unclassified, Answer.CannotTell)]
    [InlineData(Classification.Confidential, Answer.NotFound)]
    public void An_asset_in_a_store_without_boundary_is_judged_by_its_classification(Classification classification, Answer expected)
    {
        _model.Sketch.Store("archive", stores: _model.Sketch.Asset("cards", classification));
        Assert.Equal(expected, _model.Answer);
    }

    [Fact]
    public void A_restricted_asset_in_a_zone_with_an_outsider_is_found()
    {
        var zone = _model.Sketch.Boundary("DMZ", BoundaryKind.Network);
        _model.Sketch.Outsider("partner", zone);
        _model.Sketch.Component("archive", _model.Back, ComponentKind.DataStore, zone, _model.Sketch.Asset("cards", Classification.Restricted));
        Assert.Equal("archive keeps it, and shares DMZ with partner.", Assert.Single(_model.Answers).Because);
    }

    [Fact]
    public void A_restricted_asset_in_a_namespace_is_no_finding()
    {
        _model.Sketch.Store("archive", _model.Back, _model.Sketch.Asset("cards", Classification.Restricted));
        Assert.Empty(_model.Answers);
    }

    [Fact]
    public void Two_stores_of_one_asset_are_two_findings()
    {
        var cards = _model.Sketch.Asset("cards", Classification.Restricted);
        _model.Sketch.Store("archive", stores: cards);
        _model.Sketch.Store("copy", stores: cards);
        Assert.Equal(2, _model.Answers.Select(finding => finding.Key).Distinct().Count());
    }
}
