using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data.Door;

/// <summary>Takes steps of the workflow on the locked state: loads what they look at, and says who takes them, when, and how the workspace works.</summary>
internal sealed class Steps(LockedModel model, Slice slice, Deliberation deliberation, CancellationToken cancel)
{
    private static readonly string[] s_content = [.. EntityKinds.All.Where(shape => shape.Part is ModelPart.Content).Select(shape => shape.Name)];

    private Guid Workspace => model.Access.WorkspaceId;

    public async Task<Decision> TakeAsync(Step step)
    {
        if (step.LooksAt.IsEmpty) await slice.LoadEverythingAsync(cancel);
        await slice.LoadAsync(step.LooksAt, cancel);
        await slice.LoadReferrersAsync(step.LooksAt, cancel);
        var ground = await GroundAsync(wholly: step.LooksAt.IsEmpty);
        var result = step.Decide(ground);
        if (result.IsRefused) return Decision.Not(Outcome.Refused.Because(result.Problems));
        var decision = await deliberation.DecideAsync(result.Changes, Setter.Step, withClosure: true);
        return decision with { Publishes = step.Publishes(ground) };
    }

    /// <summary>A revision in between, which asks for an approval as the last one of an iteration does.</summary>
    public async Task<Decision> PublishAsync(string message)
    {
        await slice.LoadEverythingAsync(cancel);
        ImmutableArray<Violation> missing = [.. ApprovalGuard.Of(await GroundAsync(wholly: true)).Select(blocker => new Violation(blocker.Subject, Field: null, blocker.Words))];
        return missing.Length > 0 ? Decision.Not(Outcome.Refused.Because(missing)) : Decision.Nothing with { Publishes = message };
    }

    /// <param name="wholly">Whether revisions and their authors count.</param>
    private async Task<StepGround> GroundAsync(bool wholly)
    {
        var workspace = await model.Db.Workspaces.SingleAsync(room => room.Id == Workspace, cancel);
        var ground = new StepGround(slice.Content, await Signatories.OfAsync(model.Db, model.Access, cancel), model.At, workspace.ToRules());
        if (!wholly) return ground;
        var last = await model.Db.Revisions.Where(r => r.ModelId == model.Access.ModelId).OrderByDescending(r => r.Number)
            .Select(r => new { r.Number, r.Sequence }).FirstOrDefaultAsync(cancel);
        return ground with { NextRevision = (last?.Number ?? 0) + 1, Authors = await AuthorsAsync(last?.Sequence ?? 0) };
    }

    /// <summary>Who changed the content after a journal number; whoever decided or said something did not write it.</summary>
    private async Task<ValueSet<Guid>> AuthorsAsync(long after)
    {
        var entries = model.Db.JournalEntries.Where(e => e.ModelId == model.Access.ModelId && e.Number > after);
        var authors = await entries
            .Where(e => e.Kind != EntryKind.Step && model.Db.JournalChanges.Any(c => c.ModelId == e.ModelId && c.Number == e.Number && s_content.Contains(c.EntityKind)))
            .Select(e => e.AuthorId).Distinct().ToListAsync(cancel);
        return authors.ToValueSet();
    }
}
