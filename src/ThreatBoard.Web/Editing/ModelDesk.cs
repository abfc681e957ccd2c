using System.Collections.Immutable;
using System.Data.Common;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Editing;

/// <summary>Where pages and panels read a model, follow it and edit it; every operation asks for the access again.</summary>
public sealed class ModelDesk(PersonAccess people, WorkspaceModels models, LiveModels live, ModelStore store, Journal journal, OwnerDesk owners, TimeProvider clock)
{
    /// <summary>Null where the model is missing or not for this person.</summary>
    /// <param name="moved">Called on another thread after the model has moved; it must neither block nor throw.</param>
    public async Task<OpenModel?> OpenAsync(Guid model, Action moved)
    {
        if (await people.ForAsync(model, Right.Read, CancellationToken.None) is not { } read) return null;
        var state = await live.ReadAsync(read, CancellationToken.None);
        var name = (await models.GetAsync(read, CancellationToken.None)).Name;
        var names = await owners.NamesAsync(read, state.Content, CancellationToken.None);
        var open = new OpenModel(this, read, name, state.Content, names, opened => live.Subscribe(read, update =>
        {
            opened.Content = update.State.Content;
            moved();
            if (opened.Owners.Miss(update.Changes)) _ = AskForOwnersAsync(opened, model, moved);
        }));
        return open.Following(await people.FollowAsync(() => _ = ReviewAsync(open, model, moved)));
    }

    // A role was given or taken: what the page offers follows, without being loaded anew.
    private async Task ReviewAsync(OpenModel open, Guid model, Action moved)
    {
        try
        {
            open.Review(await people.ForAsync(model, Right.Read, CancellationToken.None));
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

    /// <summary>Puts one edit through the door, and gives the content after it.</summary>
    internal async Task<(Outcome Outcome, ModelContent? Content)> ApplyAsync(Guid model, ImmutableArray<Change> changes, bool withClosure)
    {
        var right = changes.All(change => change is Change<Comment>) ? Right.Comment : Right.Edit;
        if (await people.ForAsync(model, right, CancellationToken.None) is not { } edit)
            return (new Outcome.Refused([], [new(EntityRef.WholeModel, Field: null, "You may look at this model, but not change it.")]), null);
        var outcome = await store.ApplyAsync(edit, new Intent.Edit(changes, Setter.Person, WithClosure: withClosure), OperationId.New(clock), CancellationToken.None);
        return (outcome, (await live.ReadAsync(edit, CancellationToken.None)).Content);
    }

    /// <summary>What the person can take back and do again now, with the words for it.</summary>
    internal async Task<UndoStack?> UndoStackAsync(Guid model) =>
        await people.ForAsync(model, Right.Read, CancellationToken.None) is { } read && read.May(Right.Edit) ? await journal.UndoAsync(read, CancellationToken.None) : null;

    /// <summary>Takes back, or does again, the last thing that the person did.</summary>
    internal async Task<(Outcome Outcome, ModelContent? Content)> TakeBackAsync(Guid model, Func<UndoStack, Intent?> choose)
    {
        if (await people.ForAsync(model, Right.Edit, CancellationToken.None) is not { } edit || choose(await journal.UndoAsync(edit, CancellationToken.None)) is not { } intent)
            return (new Outcome.Refused([], [new(EntityRef.WholeModel, Field: null, "There is nothing of yours to take back.")]), null);
        var outcome = await store.ApplyAsync(edit, intent, OperationId.New(clock), CancellationToken.None);
        return (outcome, (await live.ReadAsync(edit, CancellationToken.None)).Content);
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
}
