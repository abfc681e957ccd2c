using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Editing;

/// <summary>A model that somebody looks at: its content now, and the way to edit it. Dispose it to stop following.</summary>
public sealed class OpenModel : IDisposable
{
    private readonly ModelDesk _desk;
    private readonly Subscription _subscription;
    private volatile ModelAccess _access;
    private Subscription? _rights;
    private volatile ModelContent _content;

    internal OpenModel(ModelDesk desk, ModelAccess access, string name, ModelContent content, OwnerNames owners, Standing standing, Func<OpenModel, Subscription> follow)
    {
        (_desk, _access, Name, _content, Owners, Standing) = (desk, access, name, content, owners, standing);
        _subscription = follow(this);
    }

    /// <summary>The model's name when it was opened.</summary>
    public string Name { get; }

    public ModelContent Content
    {
        get => _content;
        internal set => _content = value;
    }

    /// <summary>The name under which the person writes things.</summary>
    public string Me => _access.Person.Name;

    /// <summary>How the workspace works, and as whom the person takes its steps; as of the last look.</summary>
    public Standing Standing { get; private set; }

    /// <summary>How the owners of the model's work are called to this person.</summary>
    public OwnerNames Owners { get; internal set; }

    /// <summary>As of the last look, some seconds ago at most; the door decides.</summary>
    public bool MayEdit => May(Right.Edit);

    /// <summary>What to offer; what is done is asked anew.</summary>
    public bool May(Right right) => _access.May(right);

    /// <summary>Saves an edit; where somebody decided otherwise meanwhile, or more would go than the person sees, they are asked before this returns.</summary>
    public async Task<Outcome> ApplyAsync(ImmutableArray<Change> changes)
    {
        var (outcome, content) = await _desk.ApplyAsync(_access.ModelId, changes);
        if (content is not null) _content = content;
        return outcome;
    }

    /// <summary>Takes a step of the workflow; decided on what the door finds, whatever is seen here.</summary>
    public async Task<Outcome> TakeAsync(Step step)
    {
        var (outcome, content) = await _desk.TakeAsync(_access.ModelId, step);
        if (content is not null) _content = content;
        return outcome;
    }

    /// <summary>People and teams of the workspace whose name begins so.</summary>
    public Task<IReadOnlyList<Owner>> SearchOwnersAsync(string text) => _desk.SearchOwnersAsync(_access.ModelId, text);

    /// <summary>Brings a removed entity back, with what went along because of it.</summary>
    public async Task<Outcome> RestoreAsync(EntityRef entity)
    {
        var (outcome, content) = await _desk.RestoreAsync(_access.ModelId, entity);
        if (content is not null) _content = content;
        return outcome;
    }

    /// <summary>Who did what to the entity last; null for whoever may not read the model any more.</summary>
    public Task<EntityTouches?> TouchesAsync(EntityRef entity) => _desk.TouchesAsync(_access.ModelId, entity);

    public Task<UndoStack?> UndoStackAsync() => _desk.UndoStackAsync(_access.ModelId);

    public Task<Outcome> UndoAsync() => TakeBackAsync(stack => stack.Undo is { } last ? new Intent.Undo(last.Number) : null);

    public Task<Outcome> RedoAsync() => TakeBackAsync(stack => stack.Redo is { } last ? new Intent.Redo(last.Number) : null);

    private async Task<Outcome> TakeBackAsync(Func<UndoStack, Intent?> choose)
    {
        var (outcome, content) = await _desk.TakeBackAsync(_access.ModelId, choose);
        if (content is not null) _content = content;
        return outcome;
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _rights?.Dispose();
        _desk.Closed(this);
    }

    /// <summary>From now on it offers what this access gives; with none the frame shows no page of the model any more.</summary>
    internal void Review(ModelAccess? now, Standing? standing)
    {
        if (now is null) _subscription.Dispose();
        else (_access, Standing) = (now, standing ?? Standing);
    }

    internal OpenModel Following(Subscription rights)
    {
        _rights = rights;
        return this;
    }
}
