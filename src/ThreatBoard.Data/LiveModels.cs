using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Live;

namespace ThreatBoard.Data;

/// <summary>The open models of this process: one immutable content a model, shared by all who look at it, advanced by the journal. Writes never trust it.</summary>
public sealed class LiveModels : IDisposable
{
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, LiveModel> _models = [];
    private readonly Listeners<Guid> _edited = new();
    private readonly IDbContextFactory<ThreatBoardDb> _databases;
    private readonly ModelTables _tables;
    private readonly Subscription _posted;
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveModels> _log;

    internal LiveModels(IDbContextFactory<ThreatBoardDb> databases, ModelTables tables, Announcements announcements, TimeProvider clock, ILogger<LiveModels> log)
    {
        (_databases, _tables, _clock, _log) = (databases, tables, clock, log);
        _posted = announcements.Posted.Add(Hear);
    }

    /// <summary>The model as of now at the latest: what one has just written is in it.</summary>
    public Task<LiveState> ReadAsync(ModelAccess access, CancellationToken cancel) => Of(access).CatchUpAsync(cancel);

    /// <summary>Calls <paramref name="moved"/> after every step of the model, on another thread; it must neither block nor throw. Dispose the handle to end it.</summary>
    public Subscription Subscribe(ModelAccess access, Action<LiveUpdate> moved) => Of(access).Moved.Add(moved);

    /// <summary>Calls <paramref name="edited"/> with each model that somebody writes to, here or in another process, open here or not; more than once for the same edit. On another thread; it must neither block nor throw.</summary>
    public Subscription FollowEdits(Action<Guid> edited) => _edited.Add(edited);

    public void Dispose()
    {
        _posted.Dispose();
        foreach (var model in _models.Values) model.Dispose();
    }

    /// <summary>There is something new in the model.</summary>
    internal void Hear(Guid model)
    {
        _edited.Tell(model);
        Look(model);
    }

    /// <summary>Reads on in the background, if the model is open here.</summary>
    internal void Look(Guid model)
    {
        if (_models.TryGetValue(model, out var open)) _ = LookAsync(open);
    }

    /// <summary>Catches up with every model that somebody watches, and forgets those that nobody has looked at for ten minutes.</summary>
    internal void LookAtAll()
    {
        foreach (var model in _models.Values.Where(model => model.IdleFor > s_rest)) model.Rest();
        foreach (var model in _models.Values.Where(model => model.Moved.Any)) Look(model.Model);
    }

    private LiveModel Of(ModelAccess access) => _models.GetOrAdd(access.ModelId, id => new LiveModel(id, _databases, _tables, _clock));

    private async Task LookAsync(LiveModel model)
    {
        try
        {
            await model.LookAsync();
        }
        catch (NpgsqlException away)
        {
            _log.LogWarning(away, "Model {Model} could not be read on; it is tried again at the next word or poll", model.Model);
        }
        catch (JsonException damaged)
        {
            _log.LogError(damaged, "The journal of model {Model} does not fit its content", model.Model);
        }
        catch (ObjectDisposedException)
        {
            // The process is ending.
        }
    }
}
