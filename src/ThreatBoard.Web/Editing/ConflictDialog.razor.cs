using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Editing;

/// <summary>Puts every conflict of one edit to the person, and answers once each is decided.</summary>
public sealed partial class ConflictDialog
{
    private ImmutableArray<ConflictSide> _sides = [];
    private ElementReference _box;

    [Parameter, EditorRequired]
    public required EditQuestion.Settle Question { get; set; }

    [Parameter]
    public EventCallback<ImmutableArray<Choice>> OnAnswer { get; set; }

    [Parameter]
    public EventCallback OnLeave { get; set; }

    private string Title => _sides.All(side => side.IsDeleted) ? "This was deleted while you edited it" : "Somebody changed this while you did";

    protected override void OnInitialized() => _sides = [.. Question.Conflicts.Select(open => new ConflictSide(open, Question.Content))];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _box.FocusAsync();
    }

    /// <summary>A single conflict is answered by its button; several wait for each other.</summary>
    private Task Chosen(ConflictSide side) => _sides.Length == 1 && side.Chosen is not null ? Finish() : Task.CompletedTask;

    private void All(Choice choice)
    {
        foreach (var side in _sides) side.Choose(choice);
    }

    private Task Finish()
    {
        // All of them, so that every problem is shown at once.
        var finished = _sides.Select(side => side.TryFinish()).ToList();
        return finished.TrueForAll(done => done) ? OnAnswer.InvokeAsync([.. _sides.Select(side => side.Chosen!)]) : Task.CompletedTask;
    }
}
