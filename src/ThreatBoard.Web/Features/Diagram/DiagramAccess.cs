using System.Security.Claims;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Asks what the person behind a request or a circuit may do with a model.</summary>
public sealed class DiagramAccess(Access access)
{
    /// <summary>Null where they may not, or nobody is signed in.</summary>
    public Task<ModelAccess?> ForAsync(ClaimsPrincipal person, Guid model, Right right, CancellationToken cancel) =>
        IdOf(person) is { } id ? access.ForAsync(id, model, right, cancel) : Task.FromResult<ModelAccess?>(null);

    // A request outside of a circuit has no authentication state provider, and so this asks the principal itself.
    private static Guid? IdOf(ClaimsPrincipal person) =>
        person.Identity is not { IsAuthenticated: true } ? null
        : Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id
        : Data.Database.LocalPerson;
}
