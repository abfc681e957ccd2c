using System.Collections.Immutable;
using System.Data.Common;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Presence;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Together;

/// <summary>Where the person of this circuit is, who else is in the model, and whom they follow. Everything happens on the circuit's own thread of control.</summary>
public sealed class Here(PresenceBoard board, PersonAccess people) : IDisposable
{
    private readonly Guid _circuit = Guid.CreateVersion7();
    private PresenceSeat? _seat;
    private Whereabouts _at = Whereabouts.Nowhere;
    private Guid? _model;
    private string _ledTo = "";
    private bool _isAway;

    /// <summary>Raised when people came, moved or left, or when following began or ended.</summary>
    public event EventHandler? Changed;

    /// <summary>Runs something on the circuit; set by the frame.</summary>
    public Func<Action, Task>? Dispatch { get; set; }

    /// <summary>Goes where the person leads who is followed; set by the frame.</summary>
    public Action<string>? Lead { get; set; }

    public ImmutableArray<PersonHere> People { get; private set; } = [];

    /// <summary>Whom the person follows, as they were seen last.</summary>
    public PersonHere? Leader { get; private set; }

    public bool LeaderIsAway { get; private set; }

    public IEnumerable<PersonHere> On(Guid element) => People.Where(person => person.At.Selection.Contains(element));

    /// <param name="field">As <see cref="Whereabouts.Editing"/>.</param>
    public IEnumerable<PersonHere> Writing(string field) => People.Where(person => person.At.Editing == field);

    public void Dispose()
    {
        // A seat that is being asked for must not be taken any more.
        _isAway = true;
        Leave();
    }

    /// <summary>The person is on this page now.</summary>
    /// <param name="location">Path and query.</param>
    public async Task GoAsync(PageAddress address, string location, ImmutableArray<Guid> selection)
    {
        var sameItem = _model == address.Model && _at.Page == address.Section && _at.Selection.SequenceEqual(selection);
        _at = _at with
        {
            Address = location,
            Page = address.Section,
            Selection = selection.ToValueList(),
            Editing = sameItem ? _at.Editing : "",
            View = address.Section == "diagram" && _model == address.Model ? _at.View : "",
        };
        _model = address.Model;
        await SitAsync();
    }

    public void Write(string field) => Move(_at with { Editing = field });

    public void WriteEnds(string field)
    {
        if (_at.Editing == field) Move(_at with { Editing = "" });
    }

    /// <param name="view">As <see cref="Whereabouts.View"/>.</param>
    public void See(string view) => Move(_at with { View = view });

    /// <summary>The browser is away, or back.</summary>
    public async Task ConnectAsync(bool isAway)
    {
        _isAway = isAway;
        if (isAway) Leave();
        else await SitAsync();
    }

    public void Follow(Guid person)
    {
        Leader = People.FirstOrDefault(other => other.Person == person && other.At.Following != _seat?.Person);
        _ledTo = "";
        Move(_at with { Following = Leader?.Person });
        FollowOn();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void StopFollowing()
    {
        if (Leader is null) return;
        Leader = null;
        Move(_at with { Following = null });
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task SitAsync()
    {
        if (_isAway || _model is not { } model)
        {
            Leave();
            return;
        }

        if (_seat?.Model != model)
        {
            var access = await AccessAsync(model);
            if (_model != model || _isAway) return;
            var before = _seat;
            _seat = access is null ? null : board.Enter(access, _circuit, present => _ = Dispatch?.Invoke(() => Show(present)));
            before?.Dispose();
        }

        _seat?.MoveTo(_at);
    }

    private async Task<ModelAccess?> AccessAsync(Guid model)
    {
        try
        {
            return await people.ForAsync(model, Right.Read, CancellationToken.None);
        }
        catch (DbException)
        {
            // Whoever cannot be looked up is not shown; the next page asks again.
            return null;
        }
    }

    private void Move(Whereabouts at)
    {
        _at = at;
        _seat?.MoveTo(at);
    }

    private void Leave()
    {
        _seat?.Dispose();
        _seat = null;
        _at = _at with { Following = null };
        (People, Leader) = ([], null);
    }

    private void Show(IReadOnlyList<Present> present)
    {
        if (_seat is null) return;
        People = PeopleHere.Of(present, _circuit);
        FollowOn();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void FollowOn()
    {
        if (Leader is not { } leader) return;
        // Whoever loads a page anew is gone for a moment: the follower waits for them.
        var now = People.FirstOrDefault(person => person.Person == leader.Person);
        LeaderIsAway = now is null;
        Leader = now ?? leader;
        if (Leader.At.Address != _ledTo && Leader.At.Address.StartsWith($"/models/{_model}", StringComparison.OrdinalIgnoreCase)) Lead?.Invoke(_ledTo = Leader.At.Address);
    }
}
