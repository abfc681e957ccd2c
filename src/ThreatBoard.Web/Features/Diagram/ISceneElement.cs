namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Something of a scene that has an identity.</summary>
public interface ISceneElement
{
    string Id { get; }
}
