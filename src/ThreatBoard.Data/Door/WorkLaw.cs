using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Mitigations;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Lets mitigations make only legal moves, and writes down who implemented and who verified them.</summary>
internal sealed class WorkLaw(LockedModel model, CancellationToken cancel)
{
    /// <param name="merged">An edit after merging.</param>
    public async Task<(ImmutableArray<Change> Signed, ImmutableArray<Violation> Violations)> ApplyAsync(ImmutableArray<Change> merged)
    {
        if (!merged.OfType<Change<Mitigation>>().Any(change => change.After is { } after && after.Status != (change.Before?.Status ?? default))) return (merged, []);
        var workspace = model.Access.WorkspaceId;
        var differs = await model.Db.Workspaces.Where(room => room.Id == workspace).Select(room => room.VerifierDiffers).SingleAsync(cancel);
        var by = new Signature(model.Access.Person.Id, model.Access.Person.Name, model.At);
        var (signed, violations) = (ImmutableArray.CreateBuilder<Change>(merged.Length), ImmutableArray.CreateBuilder<Violation>());
        foreach (var change in merged)
        {
            if (change is not Change<Mitigation> mitigation)
            {
                signed.Add(change);
                continue;
            }

            var (settled, problem) = MitigationMoves.Settle(mitigation, by, differs);
            signed.Add(settled);
            if (problem is not null) violations.Add(new(change.Entity, "status", problem));
        }

        return (signed.ToImmutable(), violations.ToImmutable());
    }
}
