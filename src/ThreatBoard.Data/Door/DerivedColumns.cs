using Npgsql;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data.Door;

/// <summary>Recomputes what follows from threats and mitigations, for the threats that a list of changes touches.</summary>
internal sealed class DerivedColumns(Slice slice, Guid model)
{
    private const string Update = """
        UPDATE threat SET status = derived.status, inherent_score = derived.inherent, residual_score = derived.residual
        FROM unnest($2::uuid[], $3::text[], $4::integer[], $5::integer[]) AS derived (id, status, inherent, residual)
        WHERE threat.model_id = $1 AND threat.id = derived.id
        """;

    public async Task WriteAsync(IReadOnlyCollection<Change> changes, NpgsqlBatch batch, CancellationToken cancel)
    {
        var threats = await AffectedAsync(changes, cancel);
        if (threats.Count == 0) return;
        await slice.LoadAsync(slice.Content.All<MitigationLink>().Where(l => threats.Contains(l.Threat)).Select(l => EntityRef.To(l.Mitigation)), cancel);
        var after = slice.Content.Apply(changes);
        var links = after.All<MitigationLink>().ToLookup(link => link.Threat);
        var accepted = after.All<Acceptance>().Where(acceptance => acceptance.State is AcceptanceState.Approved).Select(acceptance => acceptance.Threat).ToHashSet();
        var states = threats.Select(id => after.Find<Threat>(id.Value)).OfType<Threat>()
            .Select(threat => (threat.Id, State: ThreatState.Of(threat, [.. links[threat.Id].Select(l => (l, after.Find<Mitigation>(l.Mitigation.Value)!))], accepted.Contains(threat.Id))))
            .ToList();
        if (states.Count > 0) batch.BatchCommands.Add(Command(states));
    }

    private async Task<HashSet<Id<Threat>>> AffectedAsync(IReadOnlyCollection<Change> changes, CancellationToken cancel)
    {
        var mitigations = changes.OfType<Change<Mitigation>>()
            .Where(c => c is { Before: { } before, After: { } after } && before.IsDone != after.IsDone).Select(c => c.Entity).ToList();
        await slice.LoadReferrersAsync(mitigations, cancel);
        var altered = mitigations.Select(m => new Id<Mitigation>(m.Id)).ToHashSet();
        var linked = slice.Content.All<MitigationLink>().Where(l => altered.Contains(l.Mitigation))
            .Concat(changes.OfType<Change<MitigationLink>>().SelectMany(c => new[] { c.Before, c.After }).OfType<MitigationLink>())
            .Select(link => link.Threat);
        var own = changes.OfType<Change<Threat>>().Where(c => c.After is not null).Select(c => c.After!.Id);
        var decided = changes.OfType<Change<Acceptance>>().Select(c => (c.After ?? c.Before)!.Threat);
        HashSet<Id<Threat>> threats = [.. linked, .. own, .. decided];
        // A threat that is new here has no links yet but those of the same changes.
        var made = changes.OfType<Change<Threat>>().Where(c => c.Before is null).Select(c => c.After!.Id).ToHashSet();
        var known = threats.Except(made).Select(EntityRef.To).ToList();
        await slice.LoadAsync(known, cancel);
        await slice.LoadReferrersAsync(known, cancel);
        return threats;
    }

    private NpgsqlBatchCommand Command(List<(Id<Threat> Id, ThreatState State)> states)
    {
        var command = new NpgsqlBatchCommand(Update);
        command.Parameters.Add(new() { Value = model });
        command.Parameters.Add(new() { Value = states.Select(s => s.Id.Value).ToArray() });
        command.Parameters.Add(new() { Value = states.Select(s => s.State.Status.ToString()).ToArray() });
        command.Parameters.Add(new() { Value = states.Select(s => s.State.Inherent?.Score).ToArray() });
        command.Parameters.Add(new() { Value = states.Select(s => s.State.ResidualScore).ToArray() });
        return command;
    }
}
