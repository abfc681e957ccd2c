using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class PressOnceTests
{
    private readonly PressOnce _once = new();
    private readonly TaskCompletionSource _answered = new();
    private int _done;

    [Fact]
    public async Task Five_presses_before_the_answer_do_it_once()
    {
        var presses = Enumerable.Range(0, 5).Select(_ => _once.RunAsync(ActAsync)).ToList();
        Assert.True(_once.IsBusy);
        _answered.SetResult();
        await Task.WhenAll(presses);

        Assert.Equal(1, _done);
        Assert.False(_once.IsBusy);
    }

    [Fact]
    public async Task A_press_on_another_thing_is_no_second_press()
    {
        Task[] presses = [_once.RunAsync("web", ActAsync), _once.RunAsync("api", ActAsync), _once.RunAsync("web", ActAsync)];
        _answered.SetResult();
        await Task.WhenAll(presses);

        Assert.Equal(2, _done);
    }

    [Fact]
    public async Task After_the_answer_it_can_be_done_again_and_after_the_end_it_cannot()
    {
        _answered.SetResult();
        await _once.RunAsync(ActAsync);
        await _once.RunAsync(ActAsync);
        _once.End();
        await _once.RunAsync(ActAsync);

        Assert.Equal(2, _done);
    }

    [Fact]
    public async Task What_failed_can_be_tried_again()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => _once.RunAsync(() => throw new TimeoutException()));
        _answered.SetResult();
        await _once.RunAsync(ActAsync);

        Assert.Equal(1, _done);
    }

    private async Task ActAsync()
    {
        _done++;
        await _answered.Task;
    }
}
