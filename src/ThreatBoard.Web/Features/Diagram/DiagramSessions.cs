using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Seats people at diagrams, where their role allows it.</summary>
public sealed class DiagramSessions(Access access, OpenDiagrams diagrams, ModelStore store, Journal journal, TimeProvider clock)
{
    /// <summary>Null where nobody asks, or the model is missing or not theirs to see; nobody can tell which.</summary>
    /// <param name="asking">Asks this person what the door asks back.</param>
    /// <param name="names">Keeps what this person types over elements; without it, it is not kept.</param>
    public async Task<DiagramSession?> OpenAsync(Caller? caller, Guid model, Grouping grouping, AskingDoor asking, CanvasNames? names = null)
    {
        if (caller is null || await access.ForAsync(caller, model, Right.Read, CancellationToken.None) is not { } allowed) return null;
        var lease = await diagrams.OpenAsync(allowed, grouping);
        return new(lease, allowed.May(Right.Edit), right => access.ForAsync(caller, model, right, CancellationToken.None), store, asking, journal, clock) { Names = names };
    }
}
