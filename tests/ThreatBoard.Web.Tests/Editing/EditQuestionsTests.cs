using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Tests.Editing;

public sealed class EditQuestionsTests : BunitContext
{
    private readonly EditQuestions _questions = new();
    private readonly Component _web = Some.Component("web");
    private readonly Component _db = Some.Component("db");

    public EditQuestionsTests()
    {
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddSingleton(_questions);
    }

    [Fact]
    public async Task What_goes_along_is_named_and_goes_once_the_person_agrees()
    {
        var dialog = Render<EditDialog>();
        var asked = _questions.ConfirmAsync(Along());
        dialog.WaitForAssertion(() => Assert.Contains("flow web → db", dialog.Find("li").TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal));
        Press(dialog, "Remove all of it");
        Assert.True(await asked);
        Assert.Empty(dialog.FindAll("[role=alertdialog]"));
    }

    [Fact]
    public async Task A_question_that_is_left_is_no_yes()
    {
        var dialog = Render<EditDialog>();
        var asked = _questions.ConfirmAsync(Along());
        Press(dialog, "Keep everything");
        Assert.False(await asked);
    }

    [Fact]
    public async Task Questions_are_asked_one_after_the_other()
    {
        var (first, second) = (_questions.ConfirmAsync(Along()), _questions.ConfirmAsync(Along()));
        _questions.Leave();
        Assert.False(await first);
        Assert.False(second.IsCompleted);
        _questions.Answer([]);
        Assert.True(await second);
    }

    [Fact]
    public async Task Whoever_goes_leaves_all_questions_open()
    {
        var asked = _questions.ConfirmAsync(Along());
        _questions.Dispose();
        Assert.False(await asked);
        Assert.False(await _questions.ConfirmAsync(Along()));
    }

    [Fact]
    public async Task Undoing_over_somebody_shows_what_would_be_overwritten_and_by_whom_it_was_set()
    {
        var dialog = Render<EditDialog>();
        var conflict = new Conflict(ConflictKind.SameField, EntityRef.To(_web), "web", "name", "frontend", "gateway", "web");
        var asked = _questions.ConfirmAsync(new EditQuestion.Overwrites(ModelContent.Empty.With(_web), "Undo", [new(conflict, "web", "Grace", new TestClock().GetUtcNow().AddMinutes(-2))]));
        dialog.WaitForAssertion(() => Assert.Equal("gateway", dialog.Find("[data-side=theirs]").TextContent));
        Assert.Equal("web", dialog.Find("[data-side=mine]").TextContent);
        Assert.Contains("Grace", dialog.Find("p").TextContent, StringComparison.Ordinal);
        Press(dialog, "Undo anyway");
        Assert.True(await asked);
    }

    private EditQuestion.TakesAlong Along()
    {
        var flow = Some.Flow(_web, _db) with { Protocol = "", Port = null };
        return new(ModelContent.Empty.With([_web, _db]).With(flow), "Remove", [Change.Remove(flow)]);
    }

    private static void Press(IRenderedComponent<EditDialog> dialog, string words) => dialog.WaitForElements("button").First(button => button.TextContent.Trim() == words).Click();
}
