namespace ThreatBoard.Web.Features.Diagram;

/// <summary>An element that somebody else has chosen, and the number of their colour.</summary>
public sealed record PersonMark(string Id, string Name, int Colour);
