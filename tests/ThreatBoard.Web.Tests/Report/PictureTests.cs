using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Pictures;

namespace ThreatBoard.Web.Tests.Report;

public sealed class PictureTests
{
    private static readonly Boundary s_cluster = Some.Boundary("prod", BoundaryKind.Cluster);
    private static readonly Boundary s_shop = Some.Boundary("shop", tenancy: s_cluster.Id);
    private static readonly Component s_web = Some.Component("web", s_shop.Id);
    private static readonly Component s_db = Some.Component("db", s_cluster.Id, ComponentKind.DataStore);
    private static readonly Flow s_flow = Some.Flow(s_web, s_db) with { Transport = new() { Encryption = Encryption.None } };
    private static readonly ModelContent s_content = ModelContent.Empty.With([s_cluster, s_shop]).With([s_web, s_db]).With(s_flow);

    [Fact]
    public void Nothing_is_an_empty_picture() => Assert.True(DiagramPicture.Of(ModelContent.Empty, BandScale.Usual).IsEmpty);

    [Fact]
    public void What_nobody_placed_lies_in_its_boundary_and_over_nothing_else()
    {
        var picture = DiagramPicture.Of(s_content, BandScale.Usual);
        var (web, db, shop) = (Box(picture, "web"), Box(picture, "db"), picture.Boundaries.Single(box => box.Name == "shop"));
        Assert.True(shop.Left < web.Left && web.Right < shop.Right && shop.Top < web.Top && web.Bottom < shop.Bottom);
        Assert.True(db.Right <= shop.Left || db.Left >= shop.Right || db.Bottom <= shop.Top || db.Top >= shop.Bottom);
        Assert.Equal(["prod", "shop"], picture.Boundaries.Select(box => box.Name));
    }

    [Fact]
    public void What_people_placed_stands_there()
    {
        var diagram = Some.Diagram();
        var placed = s_content.With(diagram).With([Some.Placement(diagram, EntityRef.To(s_web), 100, 200), Some.Placement(diagram, EntityRef.To(s_db), 600, 200)]);
        var picture = DiagramPicture.Of(placed, BandScale.Usual);
        Assert.Equal((100, 200, 600), (Box(picture, "web").X, Box(picture, "web").Y, Box(picture, "db").X));
        var line = Assert.Single(picture.Lines);
        Assert.Equal(("none", "HTTP 80", true), (line.Look, line.Label, line.Crosses));
        Assert.True(line.FromX > 100 && line.ToX < 600 && line.FromY == 200);
    }

    [Fact]
    public void Flows_of_one_direction_are_one_line_that_is_as_weak_as_the_weakest()
    {
        var picture = DiagramPicture.Of(s_content.With(Some.Flow(s_web, s_db) with { Transport = new() { Encryption = Encryption.Tls } }), BandScale.Usual);
        Assert.Equal(("2 flows", "none"), (picture.Lines[0].Label, Assert.Single(picture.Lines).Look));
    }

    [Fact]
    public void Open_threats_are_counted_with_the_worst_band()
    {
        var picture = DiagramPicture.Of(s_content.With(Some.Threat(ThreatSubject.Of(s_web)) with { Suggested = new(5, 5) }), BandScale.Usual);
        Assert.Equal("1 C", Box(picture, "web").Badge);
    }

    private static PictureBox Box(DiagramPicture picture, string name) => picture.Elements.Single(box => box.Name == name);
}
