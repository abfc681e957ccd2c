using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Merges, expands removals to their closure and checks, loading what each of these has to see.</summary>
/// <param name="comments">Signs what is said; null where an earlier state comes back.</param>
internal sealed class Deliberation(Slice slice, CommentLaw? comments, CancellationToken cancel)
{
    /// <param name="by">Whose fields may be set; <see cref="Setter.Anyone"/> where an earlier state comes back.</param>
    public async Task<Decision> DecideAsync(ImmutableArray<Change> mine, Setter by, bool withClosure)
    {
        await slice.LoadAsync(mine.Select(change => change.Entity), cancel);
        var merged = Merge.Of(slice.Content, mine);
        if (merged.Conflicts.Length > 0) return Decision.Not(new Outcome.Refused(merged.Conflicts, []));
        if (Authority.Check(merged.Changes, by) is { Length: > 0 } forged) return Decision.Not(Outcome.Refused.Because(forged));
        var (signed, misplaced) = comments?.Apply(merged.Changes) ?? (merged.Changes, []);
        if (misplaced.Length > 0) return Decision.Not(Outcome.Refused.Because(misplaced));
        var whole = await CloseAsync(signed);
        if (!withClosure && Unseen(whole, mine) is { Length: > 0 } besides) return Decision.Not(new Outcome.Asks(besides));
        var violations = await CheckAsync(whole);
        return violations.Length > 0 ? Decision.Not(Outcome.Refused.Because(violations)) : Decision.Of(whole);
    }

    /// <summary>Grows the slice by what refers to whatever goes, until nothing more goes.</summary>
    private async Task<ImmutableArray<Change>> CloseAsync(ImmutableArray<Change> merged)
    {
        var expanded = new HashSet<EntityRef>();
        while (true)
        {
            var closure = Closure.Of(slice.Content, merged);
            var gone = closure.Where(change => change.Kind is ChangeKind.Removed).Select(change => change.Entity).Where(expanded.Add).ToHashSet();
            if (gone.Count == 0) return closure;
            await slice.LoadReferrersAsync(gone, cancel);
            // Whether a threat stays without its subject hangs on its mitigations and comments.
            await slice.LoadReferrersAsync(slice.Content.All<Threat>().Where(threat => gone.Contains(threat.Subject.Ref)).Select(EntityRef.To), cancel);
        }
    }

    /// <summary>What goes or changes besides; findings that nobody has touched go silently, since a new run brings them back.</summary>
    private static ImmutableArray<Change> Unseen(ImmutableArray<Change> whole, ImmutableArray<Change> mine)
    {
        var seen = mine.Select(change => change.Entity).ToHashSet();
        return [.. whole.Where(change => !seen.Contains(change.Entity) && change is not Change<Threat> { Before.IsUntouched: true, After: null })];
    }

    private async Task<ImmutableArray<Violation>> CheckAsync(ImmutableArray<Change> whole)
    {
        await slice.LoadAsync(References.Of(whole), cancel);
        await slice.LoadClaimantsAsync(Claims.Of(whole), cancel);
        await LoadAncestorsAsync(slice.Content.Apply(whole));
        return Invariants.Check(slice.Content.Apply(whole), whole.AddRange(await MembersOfAlteredAsync(whole)));
    }

    /// <summary>A boundary whose kind changes may no longer hold what lies in it.</summary>
    private async Task<ImmutableArray<Change>> MembersOfAlteredAsync(ImmutableArray<Change> whole)
    {
        var altered = whole.OfType<Change<Boundary>>().Where(c => c is { Before: { } before, After: { } after } && before.Kind != after.Kind).ToList();
        if (altered.Count == 0) return [];
        await slice.LoadReferrersAsync(altered.Select(change => change.Entity), cancel);
        var after = slice.Content.Apply(whole);
        await LoadAncestorsAsync(after);
        return [.. after.All<Boundary>().Select(b => Change.Of(b, b)), .. after.All<Component>().Select(c => Change.Of(c, c))];
    }

    private async Task LoadAncestorsAsync(ModelContent after)
    {
        for (var known = -1; known != slice.Content.CountOf<Boundary>();)
        {
            known = slice.Content.CountOf<Boundary>();
            var boundaries = after.All<Boundary>().Concat(slice.Content.All<Boundary>());
            var around = boundaries.SelectMany(References.Of).Concat(after.All<Component>().SelectMany(References.Of));
            await slice.LoadAsync([.. around.Where(reference => reference.Is<Boundary>() || reference.Is<Asset>() || reference.Is<Source>())], cancel);
        }
    }
}
