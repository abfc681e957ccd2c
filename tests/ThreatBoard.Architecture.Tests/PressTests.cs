using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

public sealed class PressTests
{
    private static readonly SourceFile[] s_product = [.. Repository.Code.Where(file => file.IsProduct)];

    [Fact]
    public void Every_form_and_button_that_writes_is_guarded_against_a_second_press() => Offenders.AreNone(Presses.Unguarded(s_product));

    [Theory]
    [InlineData("<form @onsubmit=\"SaveAsync\">", "SaveAsync")]
    [InlineData("<form @onsubmit=\"() => Save(1)\">", "Save(1)")]
    [InlineData("<button @onclick=\"() => RemoveAsync(row)\">", "RemoveAsync(row)")]
    [InlineData("<button @onclick=\"@(() => OnSave.InvokeAsync(\"all\"))\">", "OnSave.InvokeAsync")]
    [InlineData("<button @onclick=\"_ => KeepAsync()\">", "KeepAsync()")]
    public void A_press_without_a_guard_is_named(string line, string handler) => Offenders.Names(Presses.Unguarded([Offenders.Sample("src/A.razor", line)]), handler);

    [Theory]
    [InlineData("<form @onsubmit=\"() => _once.RunAsync(SaveAsync)\">")]
    [InlineData("<form method=\"post\" @formname=\"join\" @onsubmit=\"JoinAsync\">")]
    [InlineData("<button @onclick=\"() => _once.RunAsync(row.Id, () => RemoveAsync(row))\">")]
    [InlineData("<button @onclick=\"() => _open = true\">")]
    [InlineData("<button @onclick=\"UndoAsync\">")]
    public void A_guarded_press_and_one_that_writes_nothing_are_fine(string line) => Assert.Empty(Presses.Unguarded([Offenders.Sample("src/A.razor", line)]));

    [Fact]
    public void What_is_typed_anywhere_is_kept_as_a_draft() => Offenders.AreNone(Typing.NotKept(s_product));

    [Theory]
    [InlineData("<textarea rows=\"3\" @bind=\"_text\"></textarea>")]
    [InlineData("<input class=\"tb-input\" @bind=\"_name\" maxlength=\"@Limits.Name\" />")]
    public void A_box_whose_text_is_not_kept_is_named(string line) => Offenders.Names(Typing.NotKept([Offenders.Sample("src/A.razor", line)]), "src/A.razor:1");

    [Theory]
    [InlineData("<input @bind=\"_name\" @bind:event=\"oninput\" @bind:after=\"KeepDraftAsync\" data-draft />")]
    [InlineData("<input type=\"checkbox\" @bind=\"_wanted\" />")]
    [InlineData("<input readonly value=\"@_link\" />")]
    public void A_box_that_is_kept_and_one_that_is_not_written_in_are_fine(string line) => Assert.Empty(Typing.NotKept([Offenders.Sample("src/A.razor", line)]));
}
