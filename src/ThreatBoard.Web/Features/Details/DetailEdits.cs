using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Details;

/// <summary>Puts the edits of one detail panel through the door, and keeps what it refused.</summary>
/// <param name="apply">Applies changes; where the door asks something back, the person is asked before it returns.</param>
/// <param name="take">Takes a step of the workflow.</param>
/// <param name="settled">Called once an outcome is known.</param>
public sealed class DetailEdits(Func<ImmutableArray<Change>, Task<Outcome>> apply, Func<Step, Task<Outcome>> take, Action settled)
{
    private IEntity? _base;
    private bool _isLearning;

    /// <summary>What was refused, for those controls that have no room to say so.</summary>
    public ImmutableArray<Violation> Violations { get; private set; } = [];

    /// <returns>What is wrong with it, or that it was left open, to be shown at the field; null when it is saved or given up.</returns>
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

    public async Task<string?> ApplyAsync(ImmutableArray<Change> changes)
    {
        var outcome = await apply(changes);
        Violations = (outcome as Outcome.Refused)?.Violations ?? [];
        settled();
        return Violations.IsEmpty ? Refusals.Why(outcome) : string.Join(' ', Violations.Select(v => v.Message).Distinct());
    }

    /// <returns>Why the step was not taken, to be shown where it was asked for; null when it was.</returns>
    public async Task<string?> TakeAsync(Step step)
    {
        var outcome = await take(step);
        settled();
        return Refusals.Why(outcome);
    }

    public void Forget()
    {
        Violations = [];
        settled();
    }
}
