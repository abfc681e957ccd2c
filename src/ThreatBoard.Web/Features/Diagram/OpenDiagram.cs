using System.Text.Json;
using System.Threading.Channels;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>A model in one grouping as somebody looks at it: drawn once for all who look, and so are the deltas, at most ten a second.</summary>
public sealed class OpenDiagram : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly Func<Task<LiveState>> _newestState;
    private readonly TimeProvider _clock;
    private readonly WorkingDay _day;
    private readonly Lock _drawing = new();
    private readonly Channel<LiveState> _newest = Channel.CreateBounded<LiveState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _following;
    private Action<SceneDelta>? _changed;
    private volatile Drawn _drawn;
    private volatile LiveState _state;

    /// <param name="day">The workspace's day and bands, by which badges are counted and lettered.</param>
    /// <param name="newest">Reads what the database knows now.</param>
    public OpenDiagram(Guid model, string name, Grouping grouping, WorkingDay day, LiveState first, Func<Task<LiveState>> newest, TimeProvider clock)
    {
        (Model, Name, Grouping, _day, _state, _newestState, _clock) = (model, name, grouping, day, first, newest, clock);
        _drawn = Draw(first);
        _following = FollowAsync();
    }

    public Guid Model { get; }

    public string Name { get; }

    public Grouping Grouping { get; }

    /// <summary>What this process knows of the model, at least as new as the picture.</summary>
    public ModelContent Content => _state.Content;

    public DiagramScene Scene => _drawn.Scene;

    /// <summary>The scene as it goes over the wire.</summary>
    public ReadOnlyMemory<byte> Json => _drawn.Json.Value;

    /// <summary>Waits until what the database knows now is known here too: an author's next edit begins where the last one ended.</summary>
    public async Task CatchUpAsync() => MoveTo(await _newestState());

    /// <summary>The model has moved on.</summary>
    public void MoveTo(LiveState state)
    {
        if (state.Number <= _state.Number) return;
        _state = state;
        _newest.Writer.TryWrite(state);
    }

    /// <summary>Every delta from now on, in order, until disposed; called on any thread.</summary>
    public Subscription Subscribe(Action<SceneDelta> changed)
    {
        lock (_drawing) _changed += changed;
        return new(() =>
        {
            lock (_drawing) _changed -= changed;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _following;
        _closing.Dispose();
    }

    private async Task FollowAsync()
    {
        try
        {
            await foreach (var state in _newest.Reader.ReadAllAsync(_closing.Token))
            {
                Advance(state);
                await Task.Delay(s_pause, _clock, _closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody looks any more.
        }
    }

    private void Advance(LiveState state)
    {
        lock (_drawing)
        {
            var before = _drawn.Scene;
            _drawn = Draw(state);
            _changed?.Invoke(SceneDelta.Between(before, _drawn.Scene));
        }
    }

    private Drawn Draw(LiveState state) => new(DiagramScene.Of(state.Content, Name, Grouping, state.Number, _day));

    private sealed class Drawn(DiagramScene scene)
    {
        public DiagramScene Scene => scene;

        public Lazy<byte[]> Json { get; } = new(() => JsonSerializer.SerializeToUtf8Bytes(scene, SceneJson.Default.DiagramScene));
    }
}
