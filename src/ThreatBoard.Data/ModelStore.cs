using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Live;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data;

/// <summary>The door: everything that writes what a model consists of comes through here, one writer a model at a time.</summary>
public sealed class ModelStore
{
    private const int Attempts = 3;

    private readonly IDbContextFactory<ThreatBoardDb> _databases;
    private readonly ModelTables _tables;
    private readonly Announcements _announcements;
    private readonly TimeProvider _clock;

    internal ModelStore(IDbContextFactory<ThreatBoardDb> databases, ModelTables tables, Announcements announcements, TimeProvider clock) =>
        (_databases, _tables, _announcements, _clock) = (databases, tables, announcements, clock);

    /// <summary>Decides an intent on the locked state and writes all of it or nothing. The same operation id with the same intent gives the first result again.</summary>
    /// <exception cref="UnauthorizedAccessException">The access does not give the right.</exception>
    public async Task<Outcome> ApplyAsync(ModelAccess access, Intent intent, OperationId operation, CancellationToken cancel)
    {
        if (!access.IsCalendar || intent is not Intent.Take { Step.Needs: Duties.Calendar }) access.Require(RightFor(intent));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(access, intent, operation, cancel);
            }
            catch (NpgsqlException lost) when (lost.IsTransient && attempt < Attempts)
            {
                // The operation id makes it safe to try again, whether the commit was reached or not.
            }
        }
    }

    /// <summary>Whoever may comment may put comments through, and nothing else; whose they are, the law of comments decides.</summary>
    private static Right RightFor(Intent intent) => intent switch
    {
        Intent.Publish => Right.Publish,
        Intent.Take { Step.Needs: Duties.Review } => Right.Approve,
        Intent.Take { Step.Needs: Duties.Lead or Duties.Calendar } => Right.Administer,
        Intent.Edit { By: Setter.Person, Restoring.IsEmpty: true, Changes: [_, ..] changes } when changes.All(change => change is Change<Comment>) => Right.Comment,
        _ => Right.Edit,
    };

    private async Task<Outcome> AttemptAsync(ModelAccess access, Intent intent, OperationId operation, CancellationToken cancel)
    {
        try
        {
            await using var db = await _databases.CreateDbContextAsync(cancel);
            var outcome = await WriteAsync(db, access, intent, operation, cancel);
            if (outcome is Outcome.Applied) _announcements.Post(access.ModelId);
            return outcome;
        }
        catch (Exception refused) when (DatabaseRefusal.Of(refused) is not null)
        {
            return Outcome.Refused.Because(DatabaseRefusal.Of(refused)!);
        }
    }

    private async Task<Outcome> WriteAsync(ThreatBoardDb db, ModelAccess access, Intent intent, OperationId operation, CancellationToken cancel)
    {
        var at = _clock.GetUtcNow().ToMicroseconds();
        var digest = IntentDigest.Of(intent);
        await using var model = await LockedModel.EnterAsync(db, access, operation, at, cancel);
        if (model.Before is { } before) return await RepeatedAsync(model, before.Number, before.Digest.AsSpan().SequenceEqual(digest), cancel);
        if (model.IsArchived) return Outcome.Refused.Because("The model is archived: bring it back before changing it.");
        var slice = new Slice(db, _tables, access.ModelId);
        var (decision, header) = await DecideAsync(intent, model, slice, at, cancel);
        if (decision.Otherwise is { } otherwise) return otherwise is Outcome.Refused refused ? refused with { AsOf = model.Number - 1 } : otherwise;
        await using var batch = new NpgsqlBatch(model.Connection);
        await new RowWriter(model.Connection, _tables, access.ModelId, model.Number).WriteAsync(decision.Changes, batch, cancel);
        await new DerivedColumns(slice, access.ModelId).WriteAsync(decision.Changes, batch, cancel);
        JournalWriter.Append(batch, model, operation, digest, header, at, decision.Changes);
        var revision = decision.Publishes is { } message ? await RevisionWriter.AppendAsync(batch, model, slice.Content.Apply(decision.Changes), message, at, cancel) : (int?)null;
        await batch.ExecuteNonQueryAsync(cancel);
        await model.CommitAsync(cancel);
        return new Outcome.Applied(model.Number, decision.Changes, revision);
    }

    private static async Task<Outcome> RepeatedAsync(LockedModel model, long number, bool same, CancellationToken cancel)
    {
        if (!same) return Outcome.Refused.Because("This operation id was used for something else: make a new one.");
        var changes = await Replay.OfEntryAsync(model.Db, model.Access.ModelId, number, cancel);
        var revision = await model.Db.Revisions.Where(r => r.ModelId == model.Access.ModelId && r.Sequence == number).Select(r => (int?)r.Number).SingleOrDefaultAsync(cancel);
        return new Outcome.Applied(number, [.. changes], revision);
    }

    private static async Task<(Decision Decision, EntryHeader Header)> DecideAsync(
        Intent intent, LockedModel model, Slice slice, DateTimeOffset at, CancellationToken cancel)
    {
        var law = intent is Intent.Edit made && !made.By.HasFlag(Setter.Step) ? new CommentLaw(model.Access, at) : null;
        var work = law is null ? null : new WorkLaw(model, cancel);
        var deliberation = new Deliberation(slice, law, work, intent.Along, cancel);
        switch (intent)
        {
            case Intent.Edit edit:
                var (changes, strangers) = await new NewOwners(model, cancel).SettleAsync(edit);
                var header = new EntryHeader(EntryKind.Edit, edit.By, edit.Reason, Undoes: null);
                if (strangers.Length > 0) return (Decision.Not(Outcome.Refused.Because(strangers)), header);
                return edit.Restoring.IsEmpty
                    ? (await deliberation.DecideAsync(changes, edit.By, edit.WithClosure), header)
                    : await deliberation.DecideOnRestoredAsync(edit with { Changes = changes }, await new Restoring(model, slice, cancel).WithAsync(edit.Restoring));
            case Intent.Undo undo:
                var (back, what) = await new TakingBack(model, slice, deliberation, cancel).DecideAsync(undo.Number, EntryKind.Undo, undo.WithClosure, undo.Over);
                return (back, new(EntryKind.Undo, Setter.Person, "", undo.Number, what));
            case Intent.Redo redo:
                var (again, which) = await new TakingBack(model, slice, deliberation, cancel).DecideAsync(redo.Number, EntryKind.Redo, redo.WithClosure, redo.Over);
                return (again, new(EntryKind.Redo, Setter.Person, "", redo.Number, which));
            case Intent.RestoreTo restore:
                return (await deliberation.DecideOnEarlierAsync(restore), new(EntryKind.Restore, Setter.Person, restore.Reason, Undoes: null));
            case Intent.Publish publish:
                return (
                    await new Steps(model, slice, deliberation, cancel).PublishAsync(publish.Message),
                    new(EntryKind.Publish, Setter.Person, publish.Message, Undoes: null, "publishing a revision"));
            case Intent.Take take:
                return (
                    await new Steps(model, slice, deliberation, cancel).TakeAsync(take.Step),
                    new(EntryKind.Step, Setter.Step, take.Step.Reason, Undoes: null, take.Step.Summary));
            default:
                throw new ArgumentOutOfRangeException(nameof(intent));
        }
    }
}
