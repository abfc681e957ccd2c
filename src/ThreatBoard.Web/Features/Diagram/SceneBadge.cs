namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The open threats of an element.</summary>
/// <param name="Worst">L, M, H or C; null where none of them is rated.</param>
public sealed record SceneBadge(int Open, string? Worst);
