using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Features.Revisions;

namespace ThreatBoard.Web.Tests.Revisions;

public sealed class TreeLinesTests
{
    private static readonly Component s_web = Some.Component();
    private static readonly Component s_gone = Some.Component("gone");
    private static readonly Diagram s_diagram = Some.Diagram();
    private static readonly Placement s_place = Some.Placement(s_diagram, EntityRef.To(s_web));
    private static readonly ModelContent s_before = ModelContent.Empty.With([s_web, s_gone]).With(s_diagram).With(s_place);
    private static readonly ModelContent s_after = s_before.Apply([Change.Remove(s_gone)]).With(s_web with { Technology = "nginx" }).With(Some.Asset()).With(s_place with { At = new(5, 5) });
    private static readonly RevisionComparison s_comparison = RevisionComparison.Of(s_before, s_after);

    private static IEnumerable<string> Words(TreeLines lines) => lines.All.Select(line => line switch
    {
        TreeLine.Heading heading => heading.Words,
        TreeLine.Entity entity => $"{TreeLines.WordOf(entity.What.Kind)} {entity.What.Title}",
        TreeLine.Move move => $"moved {move.Element.Title}",
        _ => "",
    });

    [Fact]
    public void Kinds_are_headings_and_what_was_only_moved_comes_apart() =>
        Assert.Equal(["Assets", "added orders", "Components", "removed gone", "changed web", "Moved on the drawing", "moved web"], Words(TreeLines.Of(s_comparison, null, null)));

    [Theory]
    [InlineData("component", null, new[] { "Components", "removed gone", "changed web" })]
    [InlineData(null, "changed", new[] { "Components", "changed web" })]
    [InlineData("component", "removed", new[] { "Components", "removed gone" })]
    [InlineData("moved", null, new[] { "Moved on the drawing", "moved web" })]
    [InlineData("flow", null, new string[0])]
    public void A_filter_leaves_what_it_names(string? kind, string? change, string[] left) => Assert.Equal(left, Words(TreeLines.Of(s_comparison, kind, change)));

    [Fact]
    public void A_change_that_becomes_another_loses_its_tick()
    {
        var other = RevisionComparison.Of(s_before, s_after.With(s_web with { Technology = "envoy" }));
        string Mark(RevisionComparison comparison) => comparison.Entities.Single(entity => entity.Entity == EntityRef.To(s_web)).Mark;
        Assert.Equal(8, Mark(s_comparison).Length);
        Assert.Equal(Mark(s_comparison), Mark(RevisionComparison.Of(s_before, s_after)));
        Assert.NotEqual(Mark(s_comparison), Mark(other));
    }
}
