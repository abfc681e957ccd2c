using AngleSharp.Dom;
using Bunit;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class OwnerPickerTests : BunitContext
{
    private static readonly Owner s_anna = Owner.Person(Guid.CreateVersion7(), "Anna");
    private static readonly Owner s_markup = Owner.Person(Guid.CreateVersion7(), "<script>alert(1)</script>");
    private static readonly Owner s_platform = Owner.Team(Guid.CreateVersion7(), "Platform");

    private readonly List<string> _sought = [];
    private Owner? _saved;
    private string? _problem;

    public OwnerPickerTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void The_search_finds_and_a_click_keeps()
    {
        var picker = Picker(Owner.Nobody);
        Assert.Equal("Owner: Nobody. Change", picker.Find("button").GetAttribute("aria-label"));
        picker.Find("button").Click();
        picker.Find("input").Input("plat");
        Assert.Equal(["Platform"], Options(picker));
        picker.Find("li").Click();
        Assert.Equal(s_platform, _saved);
        Assert.Equal(["", "plat"], _sought);
    }

    [Fact]
    public void Arrows_move_and_enter_chooses_without_submitting_the_form_around_it()
    {
        var picker = Picker(Owner.Nobody);
        picker.Find("button").KeyDown("F2");
        var input = picker.Find("input");
        Assert.Equal("combobox", input.GetAttribute("role"));
        Assert.NotNull(input.GetAttribute("form"));
        input.KeyDown("ArrowDown");
        Assert.Equal(picker.Find("li[aria-selected=true]").Id, picker.Find("input").GetAttribute("aria-activedescendant"));
        input.KeyDown("Enter");
        Assert.Equal(s_anna, _saved);
    }

    [Fact]
    public void Escape_gives_up()
    {
        var picker = Picker(s_anna);
        picker.Find("button").Click();
        picker.Find("input").KeyDown("Escape");
        Assert.Equal("Anna", picker.Find("button").TextContent);
        Assert.Null(_saved);
    }

    [Fact]
    public void Nobody_is_a_choice()
    {
        var picker = Picker(s_anna);
        picker.Find("button").Click();
        Assert.Equal("Nobody", Options(picker)[0]);
        picker.Find("li").Click();
        Assert.Equal(Owner.Nobody, _saved);
    }

    [Fact]
    public void A_mere_name_is_shown_and_not_offered()
    {
        var picker = Picker(Owner.Named("Old Ada"));
        Assert.Equal("Old Ada", picker.Find("button").TextContent);
        picker.Find("button").Click();
        Assert.DoesNotContain("Old Ada", Options(picker));
        picker.Find("input").Input("Old Ada");
        Assert.Empty(Options(picker));
        Assert.Contains("is called “Old Ada”", picker.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_said()
    {
        _problem = "The owner is no member (any more).";
        var picker = Picker(Owner.Nobody);
        picker.Find("button").Click();
        picker.FindAll("li")[1].Click();
        Assert.Equal(_problem, picker.Find("[role=alert]").TextContent);
    }

    [Fact, Trait("Matrix", "D7")]
    public void Names_are_text()
    {
        var picker = Picker(s_markup);
        Assert.Equal(s_markup.Name, picker.Find("button").TextContent);
        picker.Find("button").Click();
        Assert.Contains(s_markup.Name, Options(picker));
        Assert.Empty(picker.FindAll("script"));
    }

    [Fact]
    public void Who_has_gone_is_called_by_the_name_they_had()
    {
        var names = OwnerNames.Stored with { Asked = [s_anna.Account!.Value, s_platform.Account!.Value] };
        Assert.Equal(["Anna (no longer a member)", "Platform (no longer a team)", "Ada", ""], new[] { s_anna, s_platform, Owner.Named("Ada"), Owner.Nobody }.Select(names.Of));
    }

    [Fact]
    public void Who_was_renamed_is_called_by_the_new_name()
    {
        var names = OwnerNames.Stored with { Known = OwnerNames.Stored.Known.Add(s_anna.Account!.Value, s_anna with { Name = "Anna B." }) };
        Assert.Equal("Anna B.", names.Of(s_anna));
    }

    private static List<string> Options(IRenderedComponent<OwnerPicker> picker) =>
        [.. picker.FindAll("li").Select(option => option.ChildNodes.OfType<IText>().Select(text => text.Text.Trim()).First(text => text.Length > 0))];

    private IRenderedComponent<OwnerPicker> Picker(Owner value) => Render<OwnerPicker>(set => set
        .Add(p => p.Value, value)
        .Add(p => p.Search, SearchAsync)
        .Add(p => p.Save, chosen =>
        {
            _saved = chosen;
            return Task.FromResult(_problem);
        }));

    private Task<IReadOnlyList<Owner>> SearchAsync(string text)
    {
        _sought.Add(text);
        return Task.FromResult<IReadOnlyList<Owner>>([.. new[] { s_anna, s_markup, s_platform }.Where(owner => owner.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase))]);
    }
}
