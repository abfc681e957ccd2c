namespace ThreatBoard.Data.Presence;

/// <summary>One window of one person in a model.</summary>
/// <param name="Circuit">Ids grow with time: who came first has the lesser one.</param>
/// <param name="MovedAt">When they last did something, by the database's clock.</param>
public sealed record Present(Guid Circuit, Guid Person, string Name, Whereabouts At, DateTimeOffset MovedAt);
