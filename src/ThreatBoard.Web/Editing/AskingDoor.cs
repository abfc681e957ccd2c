using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Editing;

/// <summary>The door with a person before it: what it asks back is put to them, until the intent is written or left. Every surface that edits goes through here.</summary>
public sealed class AskingDoor(EditQuestions questions, Journal journal, LiveModels live)
{
    /// <summary>Goes on with an intent after the door's first answer.</summary>
    /// <param name="access">The access as it is now; null where the model may not be read any more.</param>
    /// <param name="send">Puts the intent through the door, as a new operation, authorized anew.</param>
    /// <returns>The last answer: applied, with no changes where only the others' side was taken; or what was left open or refused.</returns>
    public async Task<Outcome> FinishAsync(Intent intent, Outcome outcome, Func<Task<ModelAccess?>> access, Func<Intent, Task<Outcome>> send)
    {
        while (await access() is { } person && await AskAsync(person, intent, outcome) is { } next)
        {
            if (next is Intent.Edit { Changes.IsEmpty: true, Restoring.IsEmpty: true }) return new Outcome.Applied((outcome as Outcome.Refused)?.AsOf ?? 0, []);
            (intent, outcome) = (next, await send(next));
        }

        return outcome;
    }

    /// <returns>What the person wants instead; null where there is nothing to ask, or it was left.</returns>
    private async Task<Intent?> AskAsync(ModelAccess access, Intent intent, Outcome outcome) => (outcome, intent) switch
    {
        (Outcome.Asks asks, _) =>
            await questions.ConfirmAsync(new EditQuestion.TakesAlong(await NowAsync(access), Doing(intent), asks.Besides)) ? intent with { Along = [.. intent.Along, .. asks.Besides.Select(change => change.Entity)] } : null,
        (Outcome.Refused { Conflicts.IsEmpty: false } refused, Intent.Edit edit) => await SettledAsync(access, edit, refused),
        (Outcome.Refused { Conflicts.IsEmpty: false } refused, Intent.Undo undo) => await OverwrittenAsync(access, intent, refused) ? undo with { Over = refused.AsOf } : null,
        (Outcome.Refused { Conflicts.IsEmpty: false } refused, Intent.Redo redo) => await OverwrittenAsync(access, intent, refused) ? redo with { Over = refused.AsOf } : null,
        _ => null,
    };

    private async Task<Intent.Edit?> SettledAsync(ModelAccess access, Intent.Edit edit, Outcome.Refused refused)
    {
        var question = new EditQuestion.Settle(await NowAsync(access), await OpenAsync(access, refused.Conflicts));
        return await questions.SettleAsync(question) is { } settled
            ? edit with { Changes = Resolution.Of(edit.Changes, settled), Restoring = [.. edit.Restoring.Union(Resolution.Restored(settled))] }
            : null;
    }

    private async Task<bool> OverwrittenAsync(ModelAccess access, Intent intent, Outcome.Refused refused) =>
        await questions.ConfirmAsync(new EditQuestion.Overwrites(await NowAsync(access), Doing(intent), await OpenAsync(access, refused.Conflicts)));

    private async Task<ImmutableArray<OpenConflict>> OpenAsync(ModelAccess access, ImmutableArray<Conflict> conflicts)
    {
        var touched = await journal.TouchesAsync(access, [.. conflicts.Select(About).Distinct()], CancellationToken.None);
        return [.. conflicts.Select(conflict => Open(conflict))];

        OpenConflict Open(Conflict conflict)
        {
            var touches = touched[About(conflict)];
            var entry = touches.Removed ?? (conflict.Field is { } field ? touches.Of(field) : null) ?? touches.Last;
            var title = conflict.Kind is ConflictKind.RemovedByThem ? touches.Was ?? conflict.Title : conflict.Title;
            return new(conflict, title, entry?.Author, entry?.At);
        }
    }

    /// <summary>The entity that the others decided about.</summary>
    private static Domain.Modeling.EntityRef About(Conflict conflict) =>
        conflict is { Kind: ConflictKind.SubjectRemoved, Base: Domain.Modeling.ThreatSubject subject } ? subject.Ref : conflict.Entity;

    private static string Doing(Intent intent) => intent switch
    {
        Intent.Undo => "Undo",
        Intent.Redo => "Redo",
        _ => "Remove",
    };

    private async Task<ModelContent> NowAsync(ModelAccess access) => (await live.ReadAsync(access, CancellationToken.None)).Content;
}
