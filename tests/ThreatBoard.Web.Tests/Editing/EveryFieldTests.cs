using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Values;

namespace ThreatBoard.Web.Tests.Editing;

/// <summary>Whatever a person may set can be put to them in words, and typed again as a third value.</summary>
public sealed partial class EveryFieldTests : BunitContext
{
    public EveryFieldTests() => Services.AddSingleton<TimeProvider>(new TestClock());

    public static TheoryData<string, string> Fields => [.. FieldValues.SetByPeople];

    [Theory]
    [Trait("Matrix", "B1")]
    [MemberData(nameof(Fields))]
    public void Both_sides_of_a_field_are_shown_in_words_and_a_third_value_can_be_typed(string kind, string field)
    {
        if (Meeting.Of(kind, field) is not { } meeting) return;
        ImmutableArray<Choice> answer = [];
        var dialog = Render<ConflictDialog>(set => set.Add(d => d.Question, meeting.Question).Add(d => d.OnAnswer, choices => answer = choices));
        var (theirs, mine) = (Said(dialog, "theirs"), Said(dialog, "mine"));

        Assert.Null(WithoutWords(theirs) ?? WithoutWords(mine) ?? WithoutWords(dialog.Find("h3").TextContent.Replace("“", "", StringComparison.Ordinal)));
        Assert.NotEqual(theirs, mine);
        Assert.Contains("Ada", dialog.Find(".sides").TextContent, StringComparison.Ordinal);
        Assert.Empty(answer);
        Press(dialog, "Edit");
        Assert.NotEmpty(dialog.FindAll(".boxes input, .boxes select, .boxes textarea"));
        Press(dialog, "Save this value");
        Assert.Equal(new Choice.Edited(meeting.Question.Conflicts[0].Conflict.Mine), Assert.Single(answer));
    }

    [Fact]
    public void A_value_without_words_is_noticed()
    {
        Assert.NotNull(WithoutWords(FieldWords.Of(new NewKindOfValue(1), ModelContent.Empty)));
        Assert.NotNull(WithoutWords("01931b2c-1111-7000-8000-000000000000"));
        Assert.NotNull(WithoutWords("startsAt"));
        Assert.Null(WithoutWords("starts at component-3"));
    }

    [Fact]
    public void A_third_value_that_breaks_a_rule_is_said_and_not_taken()
    {
        var meeting = Meeting.Of("component", "name")!;
        var answered = false;
        var dialog = Render<ConflictDialog>(set => set.Add(d => d.Question, meeting.Question).Add(d => d.OnAnswer, _ => answered = true));
        Press(dialog, "Edit");
        dialog.Find(".boxes input").Input("");
        Press(dialog, "Save this value");
        Assert.StartsWith("name is empty", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(answered);
    }

    [Fact]
    public void Several_conflicts_are_answered_together_once_each_is_decided()
    {
        var (name, kind) = (Meeting.Of("component", "name")!, Meeting.Of("component", "kind")!);
        ImmutableArray<Choice> answer = [];
        var question = name.Question with { Conflicts = [.. name.Question.Conflicts, .. kind.Question.Conflicts] };
        var dialog = Render<ConflictDialog>(set => set.Add(d => d.Question, question).Add(d => d.OnAnswer, choices => answer = choices));
        dialog.FindAll("button").First(button => button.TextContent == "Keep mine").Click();
        Assert.True(dialog.FindAll("button").First(button => button.TextContent == "Save these choices").HasAttribute("disabled"));
        dialog.FindAll("button").Last(button => button.TextContent == "Take theirs").Click();
        Press(dialog, "Save these choices");
        Assert.Equal([Choice.KeepMine, Choice.TakeTheirs], answer);
    }

    private static string Said(IRenderedComponent<ConflictDialog> dialog, string side) => dialog.Find($"[data-side={side}]").TextContent;

    private static void Press(IRenderedComponent<ConflictDialog> dialog, string words) => dialog.FindAll("button").First(button => button.TextContent.Trim() == words).Click();

    /// <summary>What shows that a text was made for programs; null where it was made for people.</summary>
    private static string? WithoutWords(string text) => ForPrograms().Match(text) is { Success: true } found ? $"“{found.Value}” in “{text}” is not for people: give it words in FieldWords or NameWords." : null;

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-|\{ ?\w* ?=?|ThreatBoard\.|System\.|`|\b[a-z]+[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ForPrograms();

    private sealed record NewKindOfValue(int Number);
}
