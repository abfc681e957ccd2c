using System.Collections.Immutable;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;

namespace ThreatBoard.Data.Door;

/// <summary>Merges, expands removals to their closure and checks, loading what each of these has to see.</summary>
/// <param name="comments">Signs what is said; null where an earlier state comes back.</param>
/// <param name="work">Signs what becomes of mitigations; null likewise.</param>
/// <param name="along">What the author knows to go along.</param>
internal sealed class Deliberation(Slice slice, CommentLaw? comments, WorkLaw? work, ImmutableArray<EntityRef> along, CancellationToken cancel)
{
    /// <param name="by">Whose fields may be set; <see cref="Setter.Anyone"/> where an earlier state comes back.</param>
    public async Task<Decision> DecideAsync(ImmutableArray<Change> mine, Setter by, bool withClosure)
    {
        await slice.LoadAsync(mine.Select(change => change.Entity), cancel);
        var merged = Merge.Of(slice.Content, mine);
        if (Conflicts(merged, slice.Content, mine, by) is { Length: > 0 } conflicts) return Decision.Not(new Outcome.Refused(conflicts, []));
        if (Authority.Check(merged.Changes, by) is { Length: > 0 } forged) return Decision.Not(Outcome.Refused.Because(forged));
        var (signed, wrong) = await SignedAsync(merged.Changes);
        if (wrong.Length > 0) return Decision.Not(Outcome.Refused.Because(wrong));
        return await DecideAsync(signed, [.. mine.Select(change => change.Entity)], withClosure);
    }

    /// <summary>An edit of what was removed: it comes back and is edited in one entry.</summary>
    /// <param name="back">The slice with it; null where it never was there.</param>
    public async Task<(Decision Decision, EntryHeader Header)> DecideOnRestoredAsync(Intent.Edit edit, ModelContent? back)
    {
        var header = new EntryHeader(EntryKind.Restore, edit.By, edit.Reason, Undoes: null);
        if (back is null) return (Decision.Not(Outcome.Refused.Because("There is nothing to restore here.")), header);
        await slice.LoadAsync(edit.Changes.Select(change => change.Entity), cancel);
        var restored = Comparison.Between(slice.Content, slice.Content.Apply(Comparison.Between(ModelContent.Empty, back)));
        var theirs = slice.Content.Apply(restored);
        var merged = Merge.Of(theirs, edit.Changes);
        if (Conflicts(merged, theirs, edit.Changes, edit.By) is { Length: > 0 } conflicts) return (Decision.Not(new Outcome.Refused(conflicts, [])), header);
        if (Authority.Check(merged.Changes, edit.By) is { Length: > 0 } forged) return (Decision.Not(Outcome.Refused.Because(forged)), header);
        var (signed, wrong) = await SignedAsync(merged.Changes);
        if (wrong.Length > 0) return (Decision.Not(Outcome.Refused.Because(wrong)), header);
        var whole = Comparison.Between(slice.Content, theirs.Apply(signed));
        var titles = string.Join(", ", edit.Restoring.Select(entity => theirs.TitleOf(entity)).OfType<string>().Take(3));
        return (await DecideAsync(whole, [.. whole.Select(change => change.Entity)], edit.WithClosure), header with { Summary = $"restoring “{titles}”" });
    }

    /// <summary>An earlier state comes back, wholly or in part, as far as the rules of now allow.</summary>
    public async Task<Decision> DecideOnEarlierAsync(Intent.RestoreTo restore)
    {
        await slice.LoadEverythingAsync(cancel);
        var plan = RestorePlan.Of(slice.Content, restore.Target, restore.Only.IsEmpty ? null : restore.Only);
        if (restore.Seen is { } seen && seen != plan.Digest())
            return Decision.Not(Outcome.Refused.Because("The model has changed since you looked: look again at what would be restored."));
        return await DecideAsync(plan.Changes, Setter.Anyone, withClosure: true);
    }

    private async Task<(ImmutableArray<Change> Signed, ImmutableArray<Violation> Violations)> SignedAsync(ImmutableArray<Change> merged)
    {
        var (said, misplaced) = comments?.Apply(merged) ?? (merged, []);
        if (misplaced.Length > 0 || work is null) return (said, misplaced);
        return await work.ApplyAsync(said);
    }

    private async Task<Decision> DecideAsync(ImmutableArray<Change> merged, HashSet<EntityRef> seen, bool withClosure)
    {
        var whole = await ReturnAsync(await CloseAsync(merged));
        if (!withClosure && Unseen(whole, seen) is { Length: > 0 } besides) return Decision.Not(new Outcome.Asks(besides));
        var violations = await CheckAsync(whole);
        return violations.Length > 0 ? Decision.Not(Outcome.Refused.Because(violations)) : Decision.Of(whole);
    }

    /// <summary>Only where an earlier state comes back can there be threats about what is added.</summary>
    private async Task<ImmutableArray<Change>> ReturnAsync(ImmutableArray<Change> whole)
    {
        if (comments is not null) return whole;
        await slice.LoadReferrersAsync(whole.Where(change => change.Kind is ChangeKind.Added && change.Shape.Part is ModelPart.Content).Select(change => change.Entity), cancel);
        return Returning.Of(slice.Content, whole);
    }

    /// <summary>A person who edits a threat must learn that what it is about was removed; rules and imports look for themselves.</summary>
    private static ImmutableArray<Conflict> Conflicts(MergeResult merged, ModelContent theirs, ImmutableArray<Change> mine, Setter by) =>
        by is Setter.Person ? [.. merged.Conflicts, .. GoneSubjects.In(theirs, mine)] : merged.Conflicts;

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

    /// <summary>What goes or changes besides, and matters to somebody.</summary>
    private ImmutableArray<Change> Unseen(ImmutableArray<Change> whole, HashSet<EntityRef> seen) =>
        [.. whole.Where(change => !seen.Contains(change.Entity) && !along.Contains(change.Entity) && !GoesSilently(change))];

    /// <summary>Nobody loses work by these: a finding that a new run brings back, a place on a drawing, a control of which nothing was said.</summary>
    private static bool GoesSilently(Change change) => change is
        Change<Threat> { Before.IsUntouched: true, After: null }
        or Change<Placement> { After: null }
        or Change<Control> { Before: { State: { Presence: ControlPresence.Unknown, Because: "" }, Origins.Count: 0 }, After: null };

    private async Task<ImmutableArray<Violation>> CheckAsync(ImmutableArray<Change> whole)
    {
        await slice.LoadAsync(References.Of(whole), cancel);
        await slice.LoadClaimantsAsync(Claims.Of(whole), cancel);
        await slice.LoadReferrersAsync(whole.OfType<Change<Threat>>().Where(c => c is { Before: { } was, After: { } now } && was.Treatment != now.Treatment).Select(c => c.Entity), cancel);
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
