using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Together;

public sealed class DraftStoreTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly EntityRef s_web = EntityRef.To(Some.Component("web"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DraftStore Drafts => database.Get<DraftStore>();

    [Fact]
    public async Task What_is_typed_last_is_what_is_kept()
    {
        var model = await database.NewModelAsync();
        await Drafts.KeepAsync(model, s_web, "Description", "It s", "", Cancel);
        await Drafts.KeepAsync(model, s_web, "Description", "It sells “socks”\n", "old words", Cancel);

        var draft = Assert.Single(await Drafts.OfAsync(model, s_web, Cancel));

        Assert.Equal(("Description", "It sells “socks”\n", "old words"), (draft.Field, draft.Text, draft.BasedOn));
    }

    [Fact]
    public async Task A_saved_or_discarded_draft_is_gone_and_the_others_stay()
    {
        var model = await database.NewModelAsync();
        await Drafts.KeepAsync(model, s_web, "Name", "a", "", Cancel);
        await Drafts.KeepAsync(model, s_web, "Tags", "b", "", Cancel);

        await Drafts.DropAsync(model, s_web, "Name", Cancel);

        Assert.Equal(["Tags"], (await Drafts.OfAsync(model, s_web, Cancel)).Select(draft => draft.Field));
    }

    [Fact]
    public async Task Drafts_of_others_and_of_other_models_are_like_missing_ones()
    {
        var (mine, another) = (await database.NewModelAsync(), await database.NewModelAsync());
        var theirs = await database.AsAsync(mine, "Anna", Role.Owner);
        await Drafts.KeepAsync(mine, s_web, "Name", "secret", "", Cancel);

        Assert.Empty(await Drafts.OfAsync(theirs, s_web, Cancel));
        Assert.Empty(await Drafts.OfAsync(another, s_web, Cancel));
        await Drafts.DropAsync(theirs, s_web, "Name", Cancel);
        await Drafts.KeepAsync(theirs, s_web, "Name", "other", "", Cancel);

        Assert.Equal("secret", Assert.Single(await Drafts.OfAsync(mine, s_web, Cancel)).Text);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_no_character_breaks_it()
    {
        var model = await database.NewModelAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Drafts.KeepAsync(model, s_web, "Name", new string('x', Limits.Draft + 1), "", Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Drafts.KeepAsync(model, s_web, new string('x', Limits.Title + 1), "", "", Cancel));

        await Drafts.KeepAsync(model, s_web, "Name", "a\0b\u202e'; DROP TABLE draft; --", "", Cancel);

        Assert.Equal("ab\u202e'; DROP TABLE draft; --", Assert.Single(await Drafts.OfAsync(model, s_web, Cancel)).Text);
    }

    [Fact]
    public async Task Drafts_that_nobody_has_touched_for_a_month_are_swept()
    {
        var model = await database.NewModelAsync();
        await Drafts.KeepAsync(model, s_web, "Name", "old", "", Cancel);
        await Drafts.KeepAsync(model, s_web, "Tags", "new", "", Cancel);
        await database.TamperAsync("UPDATE draft SET updated_at = now() - interval '31 days' WHERE field = 'Name' AND model_id = $1", model.ModelId);

        Assert.Equal(1, await Drafts.SweepAsync(Cancel));

        Assert.Equal(["Tags"], (await Drafts.OfAsync(model, s_web, Cancel)).Select(draft => draft.Field));
    }

    [Fact]
    public async Task What_belongs_to_no_model_yet_is_its_authors_alone_and_gone_once_it_is_dropped()
    {
        var model = await database.NewModelAsync();
        var (me, anna) = (Caller.OfProcess(model.Person.Id), Caller.OfProcess((await database.AsAsync(model, "Anna", Role.Owner)).Person.Id));
        await Drafts.KeepAsync(me, "new model", "half a name", "", Cancel);
        await Drafts.KeepAsync(me, "new model", "half a name, and more", "", Cancel);

        Assert.Empty(await Drafts.OfAsync(anna, Cancel));
        await Drafts.DropAsync(anna, "new model", Cancel);
        Assert.Equal("half a name, and more", Assert.Single(await Drafts.OfAsync(me, Cancel)).Text);
        Assert.Empty(await Drafts.OfAsync(model, EntityRef.WholeModel, Cancel));

        await Drafts.DropAsync(me, "new model", Cancel);
        Assert.Empty(await Drafts.OfAsync(me, Cancel));
    }

    [Fact]
    public async Task Whoever_is_disabled_keeps_and_sees_no_drafts()
    {
        var model = await database.NewModelAsync();
        var leaving = await database.AsAsync(model, "Lea", Role.Editor);
        var caller = Caller.OfProcess(leaving.Person.Id);
        await Drafts.KeepAsync(caller, "new model", "half a name", "", Cancel);
        await database.TamperAsync("UPDATE person SET disabled_at = now() WHERE id = $1", leaving.Person.Id);

        Assert.Null(await Drafts.KeepAsync(caller, "new model", "more", "", Cancel));
        Assert.Empty(await Drafts.OfAsync(caller, Cancel));
    }
}
