using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;

namespace ThreatBoard.Domain.Tests.Sources;

public sealed class StartingPlacesTests
{
    private static readonly Component s_internet = new() { Id = Id<Component>.New(TimeProvider.System), Name = "Internet", Kind = ComponentKind.ExternalEntity };
    private static readonly Component s_web = new() { Id = Id<Component>.New(TimeProvider.System), Name = "nginx", IsContainer = true };
    private static readonly Flow s_call = new() { Id = Id<Flow>.New(TimeProvider.System), Ends = new(s_internet.Id, s_web.Id) };
    private static readonly ModelContent s_empty = ModelContent.Empty.With<Actor>(StartingActors.Make(TimeProvider.System));
    private static readonly ModelContent s_read = s_empty.With([s_internet, s_web]).With(s_call);

    [Fact]
    public void The_attacker_starts_outside_and_the_compromised_container_where_calls_arrive()
    {
        var placed = s_read.Apply(StartingPlaces.Of(s_empty, s_read));

        Assert.Equal(s_internet.Id, PlaceOf(placed, ActorKind.ExternalAttacker));
        Assert.Equal(s_web.Id, PlaceOf(placed, ActorKind.CompromisedContainer));
        Assert.Null(PlaceOf(placed, ActorKind.MaliciousInsider));
    }

    [Fact]
    public void Nobody_is_placed_in_a_model_that_people_have_drawn_in() =>
        Assert.Empty(StartingPlaces.Of(s_read, s_read));

    [Fact]
    public void Nobody_is_placed_where_nothing_calls_from_outside() =>
        Assert.Empty(StartingPlaces.Of(s_empty, s_empty.With(s_web)));

    private static Id<Component>? PlaceOf(ModelContent content, ActorKind kind) => content.All<Actor>().Single(actor => actor.Kind == kind).StartsAt;
}
