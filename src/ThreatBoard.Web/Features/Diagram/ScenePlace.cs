namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Where the centre of an element stands, in whole model units.</summary>
public sealed record ScenePlace(string Id, int X, int Y) : ISceneElement;
