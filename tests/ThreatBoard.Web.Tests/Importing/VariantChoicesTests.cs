using Bunit;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Features.Import;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class VariantChoicesTests : BunitContext
{
    private readonly Dictionary<string, string> _picked = new() { ["Service/shop/web"] = "node.yaml", ["Service/shop/api"] = "node.yaml", ["Secret/shop/s"] = "other.yaml" };
    private readonly HashSet<string> _leftOut = [];

    [Fact]
    public void Each_set_of_files_is_one_question_and_its_answer_holds_for_all_its_objects()
    {
        var view = View();

        Assert.Equal(["2 objects in 2 files", "1 object in 2 files"], view.FindAll("legend").Take(2).Select(legend => legend.TextContent.Trim()));
        Assert.True(Radio(view, 0, "node.yaml").HasAttribute("checked"));
        Radio(view, 0, "plain.yaml").Change(true);
        Assert.Equal(["plain.yaml", "plain.yaml", "other.yaml"], [_picked["Service/shop/web"], _picked["Service/shop/api"], _picked["Secret/shop/s"]]);
    }

    [Fact]
    public void Of_a_file_that_is_left_out_nothing_counts()
    {
        var view = View();

        view.FindAll("input[type=checkbox]")[0].Change(true);

        Assert.Equal(["node.yaml"], _leftOut);
        Assert.Equal("plain.yaml", _picked["Service/shop/web"]);
        Assert.True(Radio(view, 0, "node.yaml").HasAttribute("disabled"));
        view.FindAll("input[type=checkbox]")[0].Change(false);
        Assert.Empty(_leftOut);
    }

    private static AngleSharp.Dom.IElement Radio(IRenderedComponent<VariantChoices> view, int choice, string file) =>
        view.FindAll("fieldset")[choice].QuerySelectorAll("label").Single(label => label.TextContent == file).QuerySelector("input")!;

    private IRenderedComponent<VariantChoices> View() => Render<VariantChoices>(set => set
        .Add(v => v.All, [new FileChoice(["plain.yaml", "node.yaml"], ["Service/shop/web", "Service/shop/api"], false), new FileChoice(["plain.yaml", "other.yaml"], ["Secret/shop/s"], false)])
        .Add(v => v.Picked, _picked)
        .Add(v => v.LeftOut, _leftOut));
}
