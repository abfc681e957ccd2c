using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>What a page does with what only concerns itself: the selection, the details, what is seen.</summary>
public sealed record CanvasListener(Func<ImmutableArray<EntityRef>, Task> Selected, Func<EntityRef, Task> Opened, Func<CanvasView, CanvasPart?, Task> Viewed);
