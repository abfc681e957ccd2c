using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Listing;

/// <summary>What every new model begins with: three actors and two diagrams.</summary>
internal static class StartingContent
{
    public static ImmutableArray<Change> Of(TimeProvider clock) =>
    [
        Actor(clock, "External attacker", ActorKind.ExternalAttacker, "Somebody on the internet, without an account."),
        Actor(clock, "Compromised container", ActorKind.CompromisedContainer, "Somebody who runs code in one of the containers, after a flaw in it or in its supply chain."),
        Actor(clock, "Malicious insider", ActorKind.MaliciousInsider, "Somebody with an account of the team, such as a developer or an operator."),
        Diagram(clock, "Tenancy", Grouping.Tenancy),
        Diagram(clock, "Compute", Grouping.Compute),
    ];

    private static Change<Actor> Actor(TimeProvider clock, string name, ActorKind kind, string description) =>
        Change.Add(new Actor { Id = Id<Actor>.New(clock), Name = name, Kind = kind, Description = description });

    private static Change<Diagram> Diagram(TimeProvider clock, string name, Grouping grouping) =>
        Change.Add(new Diagram { Id = Id<Diagram>.New(clock), Name = name, Grouping = grouping });
}
