using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Tests.Editing;

public sealed class KeepingMineTests
{
    private readonly Component _seen = Some.Component("web");

    [Fact]
    public void My_fields_win_and_theirs_stay_where_I_set_nothing()
    {
        var theirs = _seen with { Name = "theirs", Technology = "nginx" };
        Assert.Equal(theirs with { Name = "mine" }, After(theirs, Change.Of(_seen, _seen with { Name = "mine" })));
    }

    [Fact]
    public void What_they_removed_comes_back_as_I_wanted_it() =>
        Assert.Equal(_seen with { Name = "mine" }, After(null, Change.Of(_seen, _seen with { Name = "mine" })));

    [Fact]
    public void What_they_changed_goes_where_I_removed_it() => Assert.Null(After(_seen with { Name = "theirs" }, Change.Remove(_seen)));

    [Fact]
    public void The_changes_made_anew_conflict_with_nothing()
    {
        var now = ModelContent.Empty.With(_seen with { Name = "theirs" });
        Assert.Empty(Merge.Of(now, KeepingMine.Over(now, [Change.Of(_seen, _seen with { Name = "mine" })])).Conflicts);
    }

    private Component? After(Component? theirs, Change mine)
    {
        var now = theirs is null ? ModelContent.Empty : ModelContent.Empty.With(theirs);
        return now.Apply(KeepingMine.Over(now, [mine])).Find<Component>(_seen.Id.Value);
    }
}
