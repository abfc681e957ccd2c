using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Web.Tests.Details;

public sealed class DetailEditsTests
{
    private readonly Component _web = Some.Component("web");
    private readonly Component _db = Some.Component("db");
    private readonly DetailDoor _door;

    public DetailEditsTests() => _door = new(ModelContent.Empty.With([_web, _db]).With(Some.Flow(_web, _db)));

    [Fact]
    public async Task What_is_refused_is_said_at_the_field()
    {
        Assert.StartsWith("name is empty", await _door.Edits.SaveAsync(_web, _web with { Name = "" }), StringComparison.Ordinal);
        Assert.Equal("web", Saved(_web)!.Name);
    }

    [Fact]
    public async Task A_conflict_waits_until_mine_is_kept()
    {
        Theirs();
        Assert.Null(await _door.Edits.SaveAsync(_web, _web with { Name = "mine" }));
        var conflict = Assert.Single(_door.Edits.Conflicts);
        Assert.Equal(("web", "theirs", "mine"), ((string?)conflict.Base, (string?)conflict.Theirs, (string?)conflict.Mine));

        await _door.Edits.KeepMineAsync();
        Assert.Empty(_door.Edits.Conflicts);
        Assert.Equal(("mine", "nginx"), (Saved(_web)!.Name, Saved(_web)!.Technology));
    }

    [Fact]
    public async Task A_conflict_is_gone_once_theirs_is_taken()
    {
        Theirs();
        await _door.Edits.SaveAsync(_web, _web with { Name = "mine" });
        _door.Edits.Forget();
        Assert.Empty(_door.Edits.Conflicts);
        Assert.Equal("theirs", Saved(_web)!.Name);
    }

    [Fact]
    public async Task Removing_asks_about_what_goes_too_and_then_removes_all_of_it()
    {
        await _door.Edits.RemoveAsync(_web);
        Assert.True(Assert.Single(_door.Edits.Besides).Entity.Is<Flow>());
        Assert.NotNull(Saved(_web));

        await _door.Edits.RemoveAllAsync();
        Assert.Null(Saved(_web));
        Assert.Equal(0, _door.Content.CountOf<Flow>());
    }

    private void Theirs() => _door.Content = _door.Content.With(_web with { Name = "theirs", Technology = "nginx" });

    private Component? Saved(Component component) => _door.Content.Find<Component>(component.Id.Value);
}
