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
    public async Task A_conflict_that_was_left_open_is_said_at_the_field_and_saves_nothing()
    {
        Theirs();
        Assert.Equal("name of “theirs” was changed meanwhile.", await _door.Edits.SaveAsync(_web, _web with { Name = "mine" }));
        Assert.Equal("theirs", Saved(_web)!.Name);
    }

    [Fact]
    public async Task A_removal_that_would_take_more_along_removes_nothing_until_the_person_has_agreed()
    {
        Assert.NotNull(await _door.Edits.RemoveAsync(_web));
        Assert.NotNull(Saved(_web));
    }

    private void Theirs() => _door.Content = _door.Content.With(_web with { Name = "theirs", Technology = "nginx" });

    private Component? Saved(Component component) => _door.Content.Find<Component>(component.Id.Value);
}
