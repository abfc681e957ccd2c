using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class SessionTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_opens_models_until_it_is_ended()
    {
        var model = await database.NewModelAsync();
        var session = await StartAsync();
        var caller = Caller.InSession(Database.LocalPerson, session.Id);
        Assert.NotNull(await database.Access.ForAsync(caller, model.ModelId, Right.Edit, Cancel));
        await database.Get<Sessions>().EndAsync(caller, session.Id, Cancel);
        Assert.Null(await database.Access.ForAsync(caller, model.ModelId, Right.Read, Cancel));
        Assert.Null(await database.Get<Sessions>().FindAliveAsync(session.Id, Cancel));
        Assert.Empty(await database.Access.WorkspacesAsync(caller, Right.Read, Cancel));
    }

    [Fact]
    public async Task Another_persons_session_opens_nothing()
    {
        var model = await database.NewModelAsync();
        var stranger = (await database.AsAsync(model, "Stranger")).Person.Id;
        var session = await StartAsync();
        Assert.Null(await database.Access.ForAsync(Caller.InSession(stranger, session.Id), model.ModelId, Right.Read, Cancel));
    }

    [Fact]
    public async Task An_expired_session_opens_nothing()
    {
        var model = await database.NewModelAsync();
        var session = await StartAsync();
        await database.TamperAsync("UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1", session.Id);
        Assert.Null(await database.Access.ForAsync(Caller.InSession(Database.LocalPerson, session.Id), model.ModelId, Right.Read, Cancel));
    }

    [Fact]
    public async Task Somebody_who_is_disabled_can_do_nothing_in_any_session()
    {
        var model = await database.NewModelAsync();
        var person = (await database.AsAsync(model, "Leaver")).Person.Id;
        var session = await database.Get<Sessions>().StartAsync(person, SignInMethod.Password, secondFactor: false, "Firefox", "::1", Cancel);
        await database.TamperAsync("UPDATE person SET disabled_at = now() WHERE id = $1", person);
        Assert.Null(await database.Access.ForAsync(Caller.InSession(person, session.Id), model.ModelId, Right.Read, Cancel));
        Assert.Null(await database.Access.ForAsync(Caller.OfProcess(person), model.ModelId, Right.Read, Cancel));
        Assert.DoesNotContain(session.Id, await database.Get<Sessions>().StillAliveAsync([session.Id], Cancel));
    }

    [Fact]
    public async Task A_workspace_that_asks_for_a_second_factor_stays_shut_without_one()
    {
        var model = await database.NewModelAsync();
        var without = await StartAsync();
        var with = await database.Get<Sessions>().StartAsync(Database.LocalPerson, SignInMethod.Password, secondFactor: true, "Firefox", "::1", Cancel);
        await database.TamperAsync("UPDATE workspace SET requires_second_factor = true");
        Assert.Null(await database.Access.ForAsync(Caller.InSession(Database.LocalPerson, without.Id), model.ModelId, Right.Read, Cancel));
        Assert.NotNull(await database.Access.ForAsync(Caller.InSession(Database.LocalPerson, with.Id), model.ModelId, Right.Read, Cancel));
        await database.TamperAsync("UPDATE workspace SET requires_second_factor = false");
    }

    [Fact]
    public async Task Ending_all_leaves_the_one_that_asked()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        await database.Get<Sessions>().EndAllAsync(Database.LocalPerson, except: here.Id, Cancel);
        Assert.Equal([here.Id], await database.Get<Sessions>().StillAliveAsync([here.Id, there.Id], Cancel));
    }

    private Task<Session> StartAsync() => database.Get<Sessions>().StartAsync(Database.LocalPerson, SignInMethod.Link, secondFactor: false, "Firefox", "::1", Cancel);
}
