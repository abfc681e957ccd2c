using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Details;

/// <summary>Puts the edits of one detail panel through the door, and keeps what it refused until the person has chosen.</summary>
/// <param name="apply">Applies changes; the flag says that what goes along with them may go.</param>
/// <param name="now">The content as it is now.</param>
/// <param name="settled">Called once an outcome is known.</param>
public sealed class DetailEdits(Func<ImmutableArray<Change>, bool, Task<Outcome>> apply, Func<ModelContent> now, Action settled)
{
    private ImmutableArray<Change> _pending = [];
    private IEntity? _base;
    private bool _isLearning;

    /// <summary>Where somebody else decided otherwise meanwhile; nothing is written until one side is chosen.</summary>
    public ImmutableArray<Conflict> Conflicts { get; private set; } = [];

    /// <summary>What would go along with a removal that was asked for.</summary>
    public ImmutableArray<Change> Besides { get; private set; } = [];

    /// <summary>What was refused for another reason than a conflict.</summary>
    public ImmutableArray<Violation> Violations { get; private set; } = [];

    /// <returns>What is wrong with it, to be shown at the field; null when it is saved, or waits for a choice.</returns>
    public Task<string?> SaveAsync<T>(T seen, T wanted)
        where T : class, IEntity<T>
    {
        if (_isLearning) _base = wanted;
        var from = _base is T older && older.Key == seen.Key ? older : seen;
        return _isLearning || from.Equals(wanted) ? Task.FromResult((string?)null) : ApplyAsync([Change.Of(from, wanted)]);
    }

    /// <summary>Saves a text whose author saw <paramref name="basedOn"/>, which is not what is stored now: the field's own way of saving says what the entity looked like then.</summary>
    public async Task<string?> SaveOverAsync(Func<string, Task<string?>> save, string basedOn, string text)
    {
        try
        {
            _isLearning = true;
            await save(basedOn);
            _isLearning = false;
            return await save(text);
        }
        finally
        {
            (_isLearning, _base) = (false, null);
        }
    }

    public Task<string?> AddAsync<T>(T entity)
        where T : class, IEntity<T> => ApplyAsync([Change.Add(entity)]);

    public Task<string?> RemoveAsync<T>(T entity)
        where T : class, IEntity<T> => ApplyAsync([Change.Remove(entity)]);

    public Task<string?> ApplyAsync(ImmutableArray<Change> changes) => ApplyAsync(changes, withClosure: false);

    public Task<string?> KeepMineAsync() => ApplyAsync(KeepingMine.Over(now(), _pending), withClosure: false);

    public Task<string?> RemoveAllAsync() => ApplyAsync(_pending, withClosure: true);

    /// <summary>Takes theirs, or gives the removal up.</summary>
    public void Forget() => Settle([], null);

    private async Task<string?> ApplyAsync(ImmutableArray<Change> changes, bool withClosure)
    {
        var outcome = await apply(changes, withClosure);
        Settle(changes, outcome);
        return Violations.IsEmpty ? null : string.Join(' ', Violations.Select(v => v.Message).Distinct());
    }

    private void Settle(ImmutableArray<Change> changes, Outcome? outcome)
    {
        var refused = outcome as Outcome.Refused;
        _pending = outcome is Outcome.Refused or Outcome.Asks ? changes : [];
        Conflicts = refused?.Conflicts ?? [];
        Violations = refused?.Violations ?? [];
        Besides = outcome is Outcome.Asks asks ? asks.Besides : [];
        settled();
    }
}
