using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>An element as the browser names it; whether it exists is asked again.</summary>
public sealed record SentElement(string Kind, string Id)
{
    /// <summary>Null for a kind that is not drawn, or for what is no id.</summary>
    public EntityRef? ToReference() =>
        Kind is "component" or "boundary" or "flow" or "actor" && Guid.TryParse(Id, out var id) ? new EntityRef(Kind, id) : null;
}
