using System.Collections.Immutable;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>What is laid over the picture; its mirror is <c>overlaid/overlay.ts</c>.</summary>
/// <param name="Kind">As the address says it: <c>flows</c>, <c>talk</c> or <c>reach</c>.</param>
/// <param name="Standing">Lines tell who said that they exist and what policies say, instead of encryption.</param>
/// <param name="Lit">The components that stay lit while all else fades; null where nothing fades.</param>
/// <param name="Starts">Where it starts.</param>
public sealed record CanvasOverlay(string Kind, bool Standing, ImmutableArray<FlowStanding> Flows, ImmutableArray<ExtraEdge> Edges, IReadOnlyList<string>? Lit, ImmutableArray<string> Starts);

/// <summary>A flow that the policies deny (<c>denied</c>), or about which they cannot tell (<c>unclear</c>).</summary>
public sealed record FlowStanding(string Id, string Standing);

/// <summary>A line that is no flow of the model.</summary>
/// <param name="Kind"><c>allowed</c>, <c>step</c> of a path, or <c>cut</c>: a step that is held no more.</param>
public sealed record ExtraEdge(string Source, string Target, string Label, string Kind);
