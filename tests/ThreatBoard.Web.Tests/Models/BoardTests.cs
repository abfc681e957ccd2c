using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Features.Models;

namespace ThreatBoard.Web.Tests.Models;

public sealed class BoardTests
{
    private static readonly Component s_web = new() { Id = new(Guid.CreateVersion7()), Name = "web" };

    [Fact]
    public void Threats_are_counted_by_status_category_and_rating()
    {
        var board = Board.Of(With(
            About("read on the way", Stride.InformationDisclosure, new(4, 4)),
            About("stopped", Stride.DenialOfService, new(2, 2)),
            About("does not matter", Stride.Spoofing, new(5, 5)) with { Treatment = Treatment.Undecided with { Kind = TreatmentKind.NotApplicable } }));
        Assert.Equal((2, 1, 3), (board.Open, board.Treated, board.Total));
        Assert.Equal(1, board.Heat[new Rating(4, 4)]);
        Assert.Equal(["read on the way", "stopped"], board.Riskiest.Select(line => line.Title));
        Assert.Equal((1, 16), board.Categories.Where(c => c.Name == "Information disclosure").Select(c => (c.Open, c.Worst)).Single());
    }

    [Fact]
    public void What_lies_deep_in_a_boundary_counts_for_it()
    {
        var cluster = new Boundary { Id = new(Guid.CreateVersion7()), Name = "cluster", Kind = BoundaryKind.Cluster };
        var shop = new Boundary { Id = new(Guid.CreateVersion7()), Name = "shop", Kind = BoundaryKind.Namespace, Tenancy = cluster.Id };
        var content = With(About("read", Stride.Tampering, new(3, 4))).With(cluster).With(shop).With(s_web with { Tenancy = shop.Id });
        Assert.Equal([("cluster", 1), ("shop", 1)], Board.Of(content).Boundaries.Select(count => (count.Name, count.Open)).Order());
    }

    [Fact]
    public void Without_a_rating_nothing_is_put_on_the_heat_map_and_it_is_said()
    {
        var board = Board.Of(With(About("unrated", Stride.Tampering, null)));
        Assert.Equal((0, 1), (board.Heat.Count, board.Unrated));
    }

    private static ModelContent With(params Threat[] threats) => ModelContent.Empty.With(s_web).With<Threat>(threats);

    private static Threat About(string title, Stride category, Rating? suggested) =>
        new() { Id = new(Guid.CreateVersion7()), Title = title, Category = category, Subject = ThreatSubject.Of(s_web), Suggested = suggested };
}
