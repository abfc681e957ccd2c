using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Tests.Editing;

[Trait("Matrix", "B5")]
public sealed class SameActionTests
{
    private readonly SameAction _same = new(TimeProvider.System);
    private readonly Guid _model = Guid.CreateVersion7();
    private readonly ImmutableArray<Change> _changes = [Change.Add(Some.Asset())];
    private readonly List<OperationId> _sent = [];

    [Fact]
    public async Task Heard_five_times_before_the_first_is_answered_it_is_sent_once()
    {
        var answer = new TaskCompletionSource<(Outcome, ModelContent?)>();
        var heard = Enumerable.Range(0, 5).Select(_ => RunAsync(answer.Task)).ToList();
        answer.SetResult((new Outcome.Applied(7, _changes), null));

        Assert.All(await Task.WhenAll(heard), outcome => Assert.Equal(7, Assert.IsType<Outcome.Applied>(outcome.Outcome).Number));
        Assert.Single(_sent);
    }

    [Fact]
    public async Task Once_answered_the_same_again_is_a_new_operation()
    {
        await RunAsync(Applied());
        await RunAsync(Applied());
        Assert.Equal(2, _sent.Distinct().Count());
    }

    [Fact]
    public async Task What_was_never_answered_is_tried_again_as_the_same_operation()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => RunAsync(Task.FromException<(Outcome, ModelContent?)>(new TimeoutException())));
        await RunAsync(Applied());
        Assert.Equal(2, _sent.Count);
        Assert.Single(_sent.Distinct());
    }

    [Fact]
    public async Task After_something_else_it_is_a_new_operation_too()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => RunAsync(Task.FromException<(Outcome, ModelContent?)>(new TimeoutException())));
        _same.Forget();
        await RunAsync(Applied());
        Assert.Equal(2, _sent.Distinct().Count());
    }

    private Task<(Outcome, ModelContent?)> Applied() => Task.FromResult<(Outcome, ModelContent?)>((new Outcome.Applied(7, _changes), null));

    private Task<(Outcome Outcome, ModelContent? Content)> RunAsync(Task<(Outcome, ModelContent?)> answer) => _same.RunAsync(_model, _changes, operation =>
    {
        _sent.Add(operation);
        return answer;
    });
}
