using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Tests.Together;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Inbox;

public sealed class TwoProcessesTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    /// <summary>Five times two seconds.</summary>
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_in_one_process_is_counted_in_the_other_at_once()
    {
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna");
        await using var one = await SecondProcess.StartAsync(database);
        await using var other = await SecondProcess.StartAsync(database);
        var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = other.Get<InboxSignals>().Subscribe(anna.Person.Id, () => signalled.TrySetResult());
        await SayAsync(one, model, anna);
        await signalled.Task.WaitAsync(s_deadline, Cancel);
        Assert.Equal(1, await other.Get<Inboxes>().CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel));
    }

    [Fact]
    public async Task What_a_process_left_untold_when_it_ended_is_told_by_the_next()
    {
        var model = await database.NewModelAsync();
        var anna = await database.AsAsync(model, "Anna");
        var component = Some.Component("web");
        // The services of this database have no workers: nobody tells.
        await database.EditAsync(model, Change.Add(component), Change.Add(Some.Unsigned(EntityRef.To(component), $"{new Mention(IsTeam: false, anna.Person.Id, "Anna")}")));
        var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = database.Get<InboxSignals>().Subscribe(anna.Person.Id, () => signalled.TrySetResult());
        await using var next = await SecondProcess.StartAsync(database);
        using var there = next.Get<InboxSignals>().Subscribe(anna.Person.Id, () => signalled.TrySetResult());
        if (await database.Get<Inboxes>().CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel) == 0) await signalled.Task.WaitAsync(s_deadline, Cancel);
        Assert.Equal(1, await database.Get<Inboxes>().CountUnreadAsync(Caller.OfProcess(anna.Person.Id), Cancel));
    }

    private static async Task SayAsync(SecondProcess process, ModelAccess model, ModelAccess whom)
    {
        var component = Some.Component("web");
        var said = Some.Unsigned(EntityRef.To(component), $"{new Mention(IsTeam: false, whom.Person.Id, whom.Person.Name)} look");
        Assert.IsType<Outcome.Applied>(await process.Get<ModelStore>().ApplyAsync(
            model, new Intent.Edit([Change.Add(component), Change.Add(said)], Setter.Person), OperationId.New(TimeProvider.System), Cancel));
    }
}
