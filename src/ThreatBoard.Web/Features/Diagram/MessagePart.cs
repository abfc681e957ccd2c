namespace ThreatBoard.Web.Features.Diagram;

/// <summary>One message of an operation that needs several, each small enough for the circuit.</summary>
/// <param name="Operation">The same number in every message of the operation.</param>
/// <param name="Part">From 0.</param>
/// <param name="Why"><c>move</c>, <c>layout</c> or <c>remove</c>.</param>
public sealed record MessagePart(int Operation, int Part, int Parts, string Why);
