using System.Collections.Immutable;

namespace ThreatBoard.Domain.Modeling;

/// <summary>The three threat actors that come with every model; they have no place until somebody draws one.</summary>
public static class StartingActors
{
    public static ImmutableArray<Actor> Make(TimeProvider clock) =>
    [
        new()
        {
            Id = Id<Actor>.New(clock),
            Kind = ActorKind.ExternalAttacker,
            Name = "External attacker",
            Description = "Anybody on the internet who scans what is exposed and tries what it offers.",
            Capabilities = ["call whatever is exposed", "guess and replay credentials", "use published vulnerabilities"],
        },
        new()
        {
            Id = Id<Actor>.New(clock),
            Kind = ActorKind.CompromisedContainer,
            Name = "Compromised container",
            Description = "A container taken over through a vulnerability or a misconfiguration, from which the attacker moves on.",
            Capabilities = ["call what its network lets it reach", "read its mounts and environment", "use its service account", "try to break out to the node"],
        },
        new()
        {
            Id = Id<Actor>.New(clock),
            Kind = ActorKind.MaliciousInsider,
            Name = "Malicious insider",
            Description = "Somebody with an account who abuses what they were given.",
            Capabilities = ["use the rights of their account", "change what they deploy", "read what their namespace holds"],
        },
    ];
}
