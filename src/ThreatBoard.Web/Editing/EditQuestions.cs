using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Editing;

/// <summary>What one person is being asked, one question after the other; one a circuit. Whoever asks waits for the answer.</summary>
public sealed class EditQuestions : IDisposable
{
    private readonly LinkedList<Open> _open = [];
    private bool _ended;

    public event EventHandler? Changed;

    /// <summary>The question that is shown; null where there is none.</summary>
    public EditQuestion? Current => _open.First?.Value.Question;

    /// <returns>Each conflict with what was chosen, or null where the person left it open: then nothing may be written.</returns>
    public async Task<ImmutableArray<SettledConflict>?> SettleAsync(EditQuestion.Settle question) =>
        await AskAsync(question) is { } choices ? [.. question.Conflicts.Zip(choices, (open, choice) => new SettledConflict(open.Conflict, choice))] : null;

    /// <returns>Whether the person wants it all the same.</returns>
    public async Task<bool> ConfirmAsync(EditQuestion question) => await AskAsync(question) is not null;

    /// <summary>Yes to the question that is shown; for conflicts with a choice for each.</summary>
    public void Answer(ImmutableArray<Choice> choices) => Settle(choices);

    /// <summary>The question that is shown stays open, and nothing is written.</summary>
    public void Leave() => Settle(null);

    /// <summary>The person has gone elsewhere: all questions stay open.</summary>
    public void LeaveAll()
    {
        while (Current is not null) Leave();
    }

    public void Dispose()
    {
        _ended = true;
        LeaveAll();
    }

    private Task<ImmutableArray<Choice>?> AskAsync(EditQuestion question)
    {
        if (_ended) return Task.FromResult<ImmutableArray<Choice>?>(null);
        var open = new Open(question, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _open.AddLast(open);
        Changed?.Invoke(this, EventArgs.Empty);
        return open.Answer.Task;
    }

    private void Settle(ImmutableArray<Choice>? answer)
    {
        if (_open.First is not { } first) return;
        _open.RemoveFirst();
        Changed?.Invoke(this, EventArgs.Empty);
        first.Value.Answer.SetResult(answer);
    }

    private sealed record Open(EditQuestion Question, TaskCompletionSource<ImmutableArray<Choice>?> Answer);
}
