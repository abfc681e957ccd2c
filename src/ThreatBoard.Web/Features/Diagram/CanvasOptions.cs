using System.Collections.Immutable;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>How a canvas starts.</summary>
/// <param name="Notation"><c>modern</c> or <c>classic</c>.</param>
/// <param name="Memory">Under which name the browser remembers what is collapsed, for the session.</param>
/// <param name="View">What the address says is to be seen; null fits everything.</param>
public sealed record CanvasOptions(bool CanEdit, string Notation, string Memory, CanvasView? View, ImmutableArray<string> Selected);
