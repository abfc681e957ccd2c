using System.Collections.Immutable;
using System.Data.Common;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Editing;

/// <summary>Where pages and panels read a model, follow it and edit it; every operation asks for the access again. What is open when the circuit ends is closed with it.</summary>
public sealed class ModelDesk(PersonAccess people, WorkspaceModels models, LiveModels live, ModelStore store, Journal journal, AskingDoor asking, OwnerDesk owners, WorkspaceRules rules, TimeProvider clock) : IDisposable
{
    private readonly SameAction _same = new(clock);
    private readonly HashSet<OpenModel> _open = [];
    private bool _isClosed;

    public void Dispose()
    {
        _isClosed = true;
        foreach (var open in _open.ToList()) open.Dispose();
    }

    /// <summary>Null where the model is missing or not for this person.</summary>
    /// <param name="moved">Called on another thread after the model has moved; it must neither block nor throw.</param>
    public async Task<OpenModel?> OpenAsync(Guid model, Action moved)
    {
        if (await people.ForAsync(model, Right.Read, CancellationToken.None) is not { } read) return null;
        var state = await live.ReadAsync(read, CancellationToken.None);
        var name = (await models.GetAsync(read, CancellationToken.None)).Name;
        var names = await owners.NamesAsync(read, state.Content, CancellationToken.None);
        var standing = await StandingAsync(read);
        // The circuit may have ended while this was read: nobody would close what is opened now.
        if (_isClosed) return null;
        var open = new OpenModel(this, read, name, state.Content, names, standing, opened => live.Subscribe(read, update =>
        {
            opened.Content = update.State.Content;
            moved();
            if (opened.Owners.Miss(update.Changes)) _ = AskForOwnersAsync(opened, model, moved);
        }));
        _open.Add(open);
        return open.Following(await people.FollowAsync(() => _ = ReviewAsync(open, model, moved)));
    }

    internal void Closed(OpenModel open) => _open.Remove(open);

    // A role was given or taken: what the page offers follows, without being loaded anew.
    private async Task ReviewAsync(OpenModel open, Guid model, Action moved)
    {
        try
        {
            var read = await people.ForAsync(model, Right.Read, CancellationToken.None);
            open.Review(read, read is null ? null : await StandingAsync(read));
            moved();
        }
        catch (DbException)
        {
            // The page offers what it did; the door decides.
        }
    }

    internal Task<IReadOnlyList<Owner>> SearchOwnersAsync(Guid model, string text) => owners.SearchAsync(model, text);

    /// <summary>What happened to an entity, the newest first; nothing for whoever may not read the model.</summary>
    public async Task<ImmutableArray<EntityEvent>> HistoryAsync(Guid model, EntityRef entity) =>
        await people.ForAsync(model, Right.Read, CancellationToken.None) is { } read ? await journal.HistoryOfAsync(read, entity, CancellationToken.None) : [];

    /// <summary>What happened to a threat and to all that belongs to it; nothing for whoever may not read the model.</summary>
    public async Task<TimelinePage> TimelineAsync(Guid model, Id<Threat> threat, long? before, int limit) =>
        await people.ForAsync(model, Right.Read, CancellationToken.None) is { } read ? await journal.TimelineAsync(read, threat, before, limit, CancellationToken.None) : new([], null);

    /// <summary>Who did what to an entity last; null for whoever may not read the model.</summary>
    internal async Task<EntityTouches?> TouchesAsync(Guid model, EntityRef entity) =>
        await people.ForAsync(model, Right.Read, CancellationToken.None) is { } read ? (await journal.TouchesAsync(read, [entity], CancellationToken.None))[entity] : null;

    internal Task<(Outcome Outcome, ModelContent? Content)> RestoreAsync(Guid model, EntityRef entity) =>
        DecideAsync(model, new Intent.Edit([], Setter.Person) { Restoring = [entity] }, OperationId.New(clock));

    /// <summary>Puts one edit through the door, asks the person what the door asks back, and gives the content after it. The same edit again before that is the same operation.</summary>
    internal Task<(Outcome Outcome, ModelContent? Content)> ApplyAsync(Guid model, ImmutableArray<Change> changes) =>
        _same.RunAsync(model, changes, operation => DecideAsync(model, new Intent.Edit(changes, Setter.Person), operation));

    /// <summary>Takes a step of the workflow, and gives the content after it.</summary>
    internal Task<(Outcome Outcome, ModelContent? Content)> TakeAsync(Guid model, Step step) =>
        DecideAsync(model, new Intent.Take(step), OperationId.New(clock));

    /// <summary>What the person can take back and do again now, with the words for it.</summary>
    internal async Task<UndoStack?> UndoStackAsync(Guid model) =>
        await people.ForAsync(model, Right.Read, CancellationToken.None) is { } read && read.May(Right.Edit) ? await journal.UndoAsync(read, CancellationToken.None) : null;

    /// <summary>Takes back, or does again, the last thing that the person did.</summary>
    internal async Task<(Outcome Outcome, ModelContent? Content)> TakeBackAsync(Guid model, Func<UndoStack, Intent?> choose)
    {
        _same.Forget();
        return await people.ForAsync(model, Right.Edit, CancellationToken.None) is { } edit && choose(await journal.UndoAsync(edit, CancellationToken.None)) is { } intent
            ? await DecideAsync(model, intent, OperationId.New(clock))
            : (Refused("There is nothing of yours to take back."), null);
    }

    private async Task AskForOwnersAsync(OpenModel opened, Guid model, Action moved)
    {
        try
        {
            if (await owners.NamesAsync(model, opened.Content, CancellationToken.None) is not { } names) return;
            opened.Owners = names;
            moved();
        }
        catch (DbException)
        {
            // They are shown under the names that are stored with the work, until the next change asks again.
        }
    }

    private async Task<(Outcome Outcome, ModelContent? Content)> DecideAsync(Guid model, Intent intent, OperationId operation)
    {
        var outcome = await asking.FinishAsync(intent, await SendAsync(model, intent, operation), () => people.ForAsync(model, RightFor(intent), CancellationToken.None), next => SendAsync(model, next, OperationId.New(clock)));
        return (outcome, await people.ForAsync(model, Right.Read, CancellationToken.None) is { } read ? (await live.ReadAsync(read, CancellationToken.None)).Content : null);
    }

    private async Task<Outcome> SendAsync(Guid model, Intent intent, OperationId operation) =>
        await people.ForAsync(model, RightFor(intent), CancellationToken.None) is { } edit
            ? await store.ApplyAsync(edit, intent, operation, CancellationToken.None)
            : Refused(intent is Intent.Take { Step.Needs: not Duties.Work } take ? $"Your role does not let you do this ({take.Step.Summary})." : "You may look at this model, but not change it.");

    private async Task<Standing> StandingAsync(ModelAccess read) =>
        new(await rules.OfAsync(read, CancellationToken.None), await rules.SignatoryAsync(read, CancellationToken.None), clock);

    private static Right RightFor(Intent intent) => intent switch
    {
        Intent.Take { Step.Needs: Duties.Review } => Right.Approve,
        Intent.Take { Step.Needs: Duties.Lead } => Right.Administer,
        Intent.Edit { Restoring.IsEmpty: true, Changes: [_, ..] changes } when changes.All(change => change is Change<Comment>) => Right.Comment,
        _ => Right.Edit,
    };

    private static Outcome.Refused Refused(string why) => new([], [new(EntityRef.WholeModel, Field: null, why)]);
}
