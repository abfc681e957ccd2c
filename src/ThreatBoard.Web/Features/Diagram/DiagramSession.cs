using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Drawing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>One person at one diagram: what they do on it, through the door, authorized anew each time.</summary>
/// <param name="lease">Keeps the diagram open until the session is disposed.</param>
/// <param name="ask">Gives the access for a right as it is now, or null.</param>
public sealed class DiagramSession(DiagramLease lease, bool canEdit, Func<Right, Task<ModelAccess?>> ask, ModelStore store, AskingDoor asking, Journal journal, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>How long what can be undone is shown without being read again, where this person did nothing here.</summary>
    private static readonly TimeSpan s_undoStands = TimeSpan.FromSeconds(5);

    private readonly OpenDiagram _diagram = lease.Diagram;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Subscription? _following;
    private UndoStack? _undo;
    private long? _undoAsOf;

    /// <summary>Tells the person what happened, or why it did not.</summary>
    public Func<Said, Task>? Listener { get; set; }

    /// <summary>Where what is typed over an element is kept until it is saved; null where it is not.</summary>
    public CanvasNames? Names { get; init; }

    /// <summary>What this person may do was asked when the page opened; each edit asks again.</summary>
    public bool CanEdit => canEdit;

    public string ModelName => _diagram.Name;

    public DiagramScene Scene => _diagram.Scene;

    public string SceneAddress => $"/models/{_diagram.Model}/diagram/scene?grouping={SceneWords.Of(_diagram.Grouping)}";

    public ModelContent Content => _diagram.Content;

    public bool Has(EntityRef element) => _diagram.Content.Has(element);

    /// <summary>Calls back with every delta from now on, on any thread.</summary>
    public void Follow(Action<SceneDelta> changed) => _following = _diagram.Subscribe(changed);

    public async ValueTask DisposeAsync()
    {
        _following?.Dispose();
        await lease.DisposeAsync();
        _oneAtATime.Dispose();
    }

    /// <param name="seen">The name that the person saw when they began; who changed it meanwhile is not overwritten unasked.</param>
    public Task<bool> RenameAsync(EntityRef element, string name, string? seen) =>
        EditAsync(content => Draw.Rename(content, element, name, seen), $"Renamed to “{name}”.");

    public Task<bool> ConnectAsync(Guid from, Guid to) => EditAsync(content => DiagramEdits.Connect(content, from, to, clock), "Connected.");

    public Task<bool> MoveAsync(EntityRef element, Id<Boundary>? into) =>
        EditAsync(content => DiagramEdits.Move(content, _diagram.Grouping, element, content.Find(into)), into is null ? "Taken out of its boundary." : "Moved into the boundary.");

    public Task<bool> PlaceAsync(ImmutableArray<ScenePlace> places, bool isLayout) =>
        EditAsync(content => DiagramEdits.Place(content, _diagram.Grouping, places, clock), isLayout ? "Arranged." : null, isLayout ? "Automatic layout" : "");

    public Task<bool> RemoveAsync(ImmutableArray<EntityRef> elements) =>
        EditAsync(content => Draw.Remove(content, elements), elements.Length == 1 ? "Removed. Undo brings it back." : $"Removed {elements.Length}. Undo brings them back.");

    /// <summary>Adds an element at a place; null where it was refused.</summary>
    public async Task<Guid?> AddAsync(string kind, int x, int y, Id<Boundary>? into)
    {
        Guid? added = null;
        var done = await EditAsync(Changes, "Added.");
        return done ? added : null;

        ImmutableArray<Change> Changes(ModelContent content)
        {
            if (DiagramEdits.Add(content, kind, content.Find(into), clock) is not var (element, changes)) return [];
            added = element.Id;
            return [.. changes, .. DiagramEdits.Place(content.Apply(changes), _diagram.Grouping, [new(element.Id.ToString(), x, y)], clock)];
        }
    }

    public Task<bool> UndoAsync() => TakeBackAsync(stack => stack.Undo is { } last ? new Intent.Undo(last.Number) : null, "Undone", "There is nothing of yours to undo.");

    public Task<bool> RedoAsync() => TakeBackAsync(stack => stack.Redo is { } last ? new Intent.Redo(last.Number) : null, "Done again", "There is nothing of yours to redo.");

    /// <summary>As of this person's last edit here, or some seconds old: what others do does not change it, and undoing asks anew.</summary>
    public async Task<UndoStack?> UndoStackAsync()
    {
        if (_undoAsOf is { } read && clock.GetElapsedTime(read) < s_undoStands) return _undo;
        _undoAsOf = clock.GetTimestamp();
        return _undo = await ask(Right.Read) is { } access ? await journal.UndoAsync(access, CancellationToken.None) : null;
    }

    private Task<bool> TakeBackAsync(Func<UndoStack, Intent?> choose, string done, string nothing) =>
        ApplyAsync(async access => choose(await journal.UndoAsync(access, CancellationToken.None)), $"{done}.", nothing);

    private Task<bool> EditAsync(Func<ModelContent, ImmutableArray<Change>> edit, string? done, string reason = "") =>
        ApplyAsync(_ => Task.FromResult<Intent?>(edit(_diagram.Content) is { IsEmpty: false } changes ? new Intent.Edit(changes, Setter.Person, reason) : null), done, nothing: null);

    /// <param name="begin">What is wanted of the model as it is at that moment; null for nothing.</param>
    /// <param name="nothing">What to say where nothing is wanted.</param>
    private async Task<bool> ApplyAsync(Func<ModelAccess, Task<Intent?>> begin, string? done, string? nothing)
    {
        Intent? intent = null;
        var first = await OneAtATimeAsync(async access => (intent = await begin(access)) is null ? null : await SendAsync(access, intent));
        if (first is null) return nothing is null || await RefuseAsync(nothing);
        if (intent is null) return await TellAsync(first, done);
        // The person may take long to answer; other gestures go on meanwhile.
        return await TellAsync(await asking.FinishAsync(intent, first, () => ask(Right.Edit), async next => (await OneAtATimeAsync(access => SendAsync(access, next)))!), done);
    }

    private async Task<bool> TellAsync(Outcome outcome, string? done)
    {
        if (outcome is not Outcome.Applied applied) return await RefuseAsync(Said.Why(outcome));
        if (done is not null && !applied.Changes.IsEmpty) await SayAsync(new(done, IsRefusal: false));
        // Where only the others' side was taken, the browser shows that again.
        return !applied.Changes.IsEmpty;
    }

    /// <summary>Gestures may come faster than they are stored; each begins on what the one before left, and asks anew what the person may do.</summary>
    private async Task<Outcome?> OneAtATimeAsync(Func<ModelAccess, Task<Outcome?>> act)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return await ask(Right.Edit) is { } access ? await act(access) : new Outcome.Refused([], [new(EntityRef.WholeModel, Field: null, "You may look at this model, but not change it.")]);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<Outcome?> SendAsync(ModelAccess access, Intent intent)
    {
        var outcome = await store.ApplyAsync(access, intent, OperationId.New(clock), CancellationToken.None);
        _undoAsOf = null;
        await _diagram.CatchUpAsync();
        return outcome;
    }

    private async Task<bool> RefuseAsync(string why)
    {
        await SayAsync(new(why, IsRefusal: true));
        return false;
    }

    private Task SayAsync(Said said) => Listener?.Invoke(said) ?? Task.CompletedTask;
}
