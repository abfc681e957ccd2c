using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Samples;

namespace ThreatBoard.Kubernetes.Tests.Samples;

public sealed class SampleTests
{
    private readonly TestModel _weak = TestModel.Of(Sample.Weak);
    private readonly TestModel _hardened = TestModel.Of(Sample.Hardened);

    [Fact]
    public void Both_versions_are_read_without_a_problem()
    {
        Assert.Empty(_weak.Reading.Problems);
        Assert.Empty(_hardened.Reading.Problems);
        Assert.Empty(_weak.Reading.NotUsed);
        Assert.Empty(_hardened.Cluster.Problems);
    }

    [Fact]
    public void The_weak_shop_has_its_three_tiers_and_the_ways_into_it() => Assert.Equal(
        ["Internet → mysql/mysql:3306", "Internet → storefront/nginx:8080", "Internet → storefront/nginx:8080", "backend/node → mysql/mysql:3306", "storefront/nginx → backend/node:3000"],
        _weak.Flows());

    [Fact]
    public void The_hardened_shop_has_one_way_in_a_new_name_and_one_component_more() => Assert.Equal(
        ["Internet → storefront/nginx:8080", "backend-api/node → mysql/mysql:3306", "backend-api/node → sessions/redis:6379", "storefront/nginx → backend-api/node:3000"],
        _hardened.Flows());

    [Fact]
    public void Hardening_resolves_what_the_rules_found()
    {
        Assert.InRange(_weak.AllFindings().Count, 40, 250);
        Assert.DoesNotContain(_hardened.AllFindings(), f => BandScale.Usual.Of(f.Suggested.Score) > RiskBand.Medium);
    }

    [Fact]
    public void Most_rules_have_something_to_show_in_the_weak_shop()
    {
        var shown = _weak.AllFindings().Select(f => f.Card.Code).ToHashSet();

        Assert.True(shown.Count >= 35, $"only {shown.Count} rules");
    }

    [Fact]
    public void The_Deployment_with_a_new_name_is_offered_as_a_renaming()
    {
        var clock = TimeProvider.System;
        var source = new Source { Id = Id<Source>.New(clock), Name = Sample.Source.Name, Cluster = "prod" };
        var first = SourceUpdate.Propose(Domain.Changes.ModelContent.Empty, source, DerivedContent.Nothing, new(_weak.Content), [], clock);
        var now = Domain.Changes.ModelContent.Empty.Apply(first.Accept(Domain.Changes.ModelContent.Empty, []));

        var second = SourceUpdate.Propose(now, source, new(_weak.Content), new(_hardened.Content), [], clock);

        Assert.Contains(second.Lookalikes, l =>
            l.Removed == "boundary/apps/Deployment/shop-api/backend" && l.Added == "boundary/apps/Deployment/shop-api/backend-api");
    }

    [Fact]
    public void No_credential_of_the_weak_shop_survives_the_reading() =>
        Assert.DoesNotContain("sample-only", Reading.Everything(_weak.Reading), StringComparison.Ordinal);
}
