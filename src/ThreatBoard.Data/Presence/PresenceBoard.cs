using System.Collections.Concurrent;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Presence;

/// <summary>Who is in which model: the circuits of this process, and through the database those of all others.</summary>
public sealed class PresenceBoard
{
    private readonly ConcurrentDictionary<Guid, PresenceSeat> _seats = [];
    private readonly ConcurrentDictionary<Guid, PresenceSeat> _moved = [];
    private readonly ConcurrentQueue<PresenceSeat> _left = [];
    private readonly ConcurrentDictionary<Guid, bool> _heard = [];

    /// <summary>Takes a seat in the model.</summary>
    /// <param name="circuit">A version 7 id: its order is the order of arrival.</param>
    /// <param name="told">Called on another thread with everybody who is there, oneself included; it must neither block nor throw.</param>
    public PresenceSeat Enter(ModelAccess access, Guid circuit, Action<IReadOnlyList<Present>> told)
    {
        access.Require(Right.Read);
        var seat = new PresenceSeat(this, access, circuit, told);
        _seats[circuit] = seat;
        Moved(seat);
        return seat;
    }

    internal void Moved(PresenceSeat seat) => _moved[seat.Circuit] = seat;

    internal void Leave(PresenceSeat seat)
    {
        // Whoever changes the model takes the new seat before the old one is given back.
        _moved.TryRemove(new(seat.Circuit, seat));
        _seats.TryRemove(new(seat.Circuit, seat));
        _left.Enqueue(seat);
    }

    /// <summary>Somebody came, moved or left in this model.</summary>
    internal void Hear(Guid model) => _heard[model] = true;

    /// <summary>Models are read again when a word may have been lost.</summary>
    internal void HearOfAll()
    {
        foreach (var seat in _seats.Values) Hear(seat.Model);
    }

    internal IReadOnlyList<PresenceSeat> All() => [.. _seats.Values];

    internal IReadOnlyList<PresenceSeat> TakeMoved() =>
        _moved.IsEmpty ? [] : [.. _moved.Keys.Select(circuit => _moved.TryRemove(circuit, out var seat) ? seat : null).OfType<PresenceSeat>()];

    internal IReadOnlyList<PresenceSeat> TakeLeft()
    {
        var left = new List<PresenceSeat>();
        while (_left.TryDequeue(out var seat)) left.Add(seat);
        return left;
    }

    /// <summary>The models to read, of those where somebody sits here.</summary>
    internal Guid[] TakeHeard()
    {
        if (_heard.IsEmpty) return [];
        var here = _seats.Values.Select(seat => seat.Model).ToHashSet();
        return [.. _heard.Keys.Where(model => _heard.TryRemove(model, out _)).Where(here.Contains)];
    }

    /// <summary>Hands out what was read of these models.</summary>
    internal void Tell(IReadOnlyCollection<Guid> models, ILookup<Guid, Present> present)
    {
        foreach (var seats in _seats.Values.Where(seat => models.Contains(seat.Model)).GroupBy(seat => seat.Model))
        {
            IReadOnlyList<Present> all = [.. present[seats.Key]];
            foreach (var seat in seats) seat.Tell(all);
        }
    }
}
