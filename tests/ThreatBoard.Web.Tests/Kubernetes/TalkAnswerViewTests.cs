using Bunit;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Testing;
using ThreatBoard.Web.Clusters;
using Verdict = ThreatBoard.Kubernetes.Reachability.Verdict;

namespace ThreatBoard.Web.Tests.Kubernetes;

public sealed class TalkAnswerViewTests : BunitContext
{
    [Fact]
    public void Each_protocol_is_told_and_each_direction_has_its_reasons()
    {
        var view = View(new(Connections.Of(Protocol.Tcp, PortSet.Of(80)), Connections.Of(Protocol.Udp, PortSet.Of(53))), "web", "because");

        Assert.Equal("Allowed on some ports", view.Find(".verdict").TextContent);
        Assert.Equal(["TCP80none", "UDPnone53", "SCTPnonenone"], view.FindAll("tbody tr").Select(row => row.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim()));
        Assert.Equal(["Out of web", "Into api"], view.FindAll("h5").Select(heading => heading.TextContent));
    }

    [Theory]
    [InlineData(true, "Cannot tell", "cannottell")]
    [InlineData(false, "Denied", "denied")]
    public void The_third_answer_is_never_shown_as_denied(bool isUnknown, string words, string mark)
    {
        var view = View(new(Connections.None, isUnknown ? Connections.All : Connections.None), "web", "because");

        Assert.Equal(words, view.Find(".verdict").TextContent);
        Assert.Contains(mark, view.Find("article").ClassList);
    }

    [Fact]
    public void Texts_of_manifests_are_never_markup() => Assert.All(HostileTexts.All.Where(text => text.Contains('<', StringComparison.Ordinal)).Take(10), text =>
    {
        var view = View(Verdict.Nothing, text, text);
        Assert.Empty(view.FindAll("script, img, svg, iframe"));
        Assert.Contains(text, view.Find("li").TextContent, StringComparison.Ordinal);
    });

    private IRenderedComponent<TalkAnswerView> View(Verdict verdict, string name, string text) => Render<TalkAnswerView>(set => set.Add(view => view.Answer, new TalkAnswer(
        new() { Id = new(Guid.CreateVersion7()), Name = name }, new() { Id = new(Guid.CreateVersion7()), Name = "api" }, verdict,
        [
            new(Direction.Egress, ReasonKind.NothingSelects, text, null, null),
            new(Direction.Ingress, ReasonKind.Admitted, text, new(text, text, text, 3), new Evidence(text, text, text)),
        ])));
}
