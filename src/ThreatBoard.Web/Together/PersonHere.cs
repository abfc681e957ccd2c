using ThreatBoard.Data.Presence;

namespace ThreatBoard.Web.Together;

/// <summary>Somebody else in the model, or oneself in another window.</summary>
/// <param name="Colour">0 to <see cref="PeopleHere.Colours"/> - 1: the same in every browser while they are there.</param>
public sealed record PersonHere(Guid Person, string Name, string Initials, int Colour, Whereabouts At);
