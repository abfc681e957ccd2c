using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Presence;

/// <summary>One circuit in one model: says where its person is, and hears where the others are. Dispose it to leave.</summary>
public sealed class PresenceSeat : IDisposable
{
    private readonly PresenceBoard _board;
    private readonly Action<IReadOnlyList<Present>> _told;
    private IReadOnlyList<Present> _last = [];
    private Whereabouts _at = Whereabouts.Nowhere;
    private int _left;

    internal PresenceSeat(PresenceBoard board, ModelAccess access, Guid circuit, Action<IReadOnlyList<Present>> told) =>
        (_board, Model, Person, Circuit, _told) = (board, access.ModelId, access.Person.Id, circuit, told);

    public Guid Model { get; }

    public Guid Person { get; }

    public Guid Circuit { get; }

    public Whereabouts At => Volatile.Read(ref _at);

    internal bool HasLeft => Volatile.Read(ref _left) == 1;

    /// <summary>Told to the others with the next beat, several moves as one.</summary>
    public void MoveTo(Whereabouts at)
    {
        var bounded = at.Bounded();
        if (HasLeft || bounded == At) return;
        Volatile.Write(ref _at, bounded);
        _board.Moved(this);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0) _board.Leave(this);
    }

    /// <summary>Who is not listed (yet, or because the model is no longer theirs to read) sees nobody.</summary>
    internal void Tell(IReadOnlyList<Present> all)
    {
        IReadOnlyList<Present> seen = all.Any(present => present.Circuit == Circuit) ? all : [];
        if (seen.SequenceEqual(_last)) return;
        _last = seen;
        _told(seen);
    }
}
