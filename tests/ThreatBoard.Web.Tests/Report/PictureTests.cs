using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Pictures;
using RandomModels = ThreatBoard.Domain.Tests.Generators.Models;

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
        Assert.True(line.Points is [{ X: > 100, Y: 200 }, { X: < 600 }]);
    }

    [Fact]
    public void What_nobody_placed_overlaps_nowhere_and_lies_in_its_boundaries_in_any_model() => RandomModels.All(model =>
    {
        var content = model.Content.Apply(model.Content.All<Placement>().Select(Change.Remove));
        var picture = DiagramPicture.Of(content, BandScale.Usual);
        var boxes = picture.Elements;
        for (var at = 0; at < boxes.Length; at++) Assert.DoesNotContain(boxes.Skip(at + 1), other => Overlap(boxes[at], other));
        var drawn = picture.Boundaries.Concat(boxes).ToDictionary(box => box.Id);
        foreach (var component in content.All<Component>())
        {
            if ((component.Tenancy ?? component.Zone) is not { } into) continue;
            Assert.True(Holds(drawn[into.Value], drawn[component.Id.Value]), $"{component.Name} is drawn outside of its boundary.");
            Assert.DoesNotContain(picture.Boundaries, other => other.Id != into.Value && Overlap(other, drawn[component.Id.Value]) && !Holds(other, drawn[component.Id.Value]));
        }
    });

    [Fact]
    public void A_flow_that_something_stands_in_the_way_of_is_led_around_it()
    {
        var between = Some.Component("between", s_cluster.Id);
        var diagram = Some.Diagram();
        var picture = DiagramPicture.Of(s_content.With(between).With(diagram).With([
            Some.Placement(diagram, EntityRef.To(s_web), 100, 200), Some.Placement(diagram, EntityRef.To(s_db), 900, 200), Some.Placement(diagram, EntityRef.To(between), 500, 200)]), BandScale.Usual);
        var line = Assert.Single(picture.Lines);
        Assert.True(line.Points.Length > 2);
        Assert.All(line.Points.Zip(line.Points.Skip(1)), step => Assert.False(Overlap(Box(picture, "between"), Covered(step.First, step.Second))));
        Assert.DoesNotContain(picture.Elements, box => box.Left < line.LabelAt.X && line.LabelAt.X < box.Right && box.Top < line.LabelAt.Y && line.LabelAt.Y < box.Bottom);
    }

    [Fact]
    public void A_model_of_thousands_is_drawn_too()
    {
        var parts = Enumerable.Range(0, 4_000).Select(at => Some.Component($"part {at}", at % 3 == 0 ? s_shop.Id : s_cluster.Id)).ToList();
        var picture = DiagramPicture.Of(s_content.With(parts).With(parts.Zip(parts.Skip(7), Some.Flow)), BandScale.Usual);
        Assert.Equal((4_002, 3_994), (picture.Elements.Length, picture.Lines.Length));
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

    private static bool Overlap(PictureBox a, PictureBox b) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    /// <summary>The box that a level or upright step of a line fills.</summary>
    private static PictureBox Covered(PicturePoint a, PicturePoint b) =>
        new(Guid.Empty, "", "", "", (a.X + b.X) / 2, (a.Y + b.Y) / 2, Math.Abs(a.X - b.X) + 1, Math.Abs(a.Y - b.Y) + 1, "");

    private static bool Holds(PictureBox outer, PictureBox inner) => outer.Left <= inner.Left && inner.Right <= outer.Right && outer.Top <= inner.Top && inner.Bottom <= outer.Bottom;

    private static PictureBox Box(DiagramPicture picture, string name) => picture.Elements.Single(box => box.Name == name);
}
