using System.Collections.Immutable;

namespace ThreatBoard.Data.Live;

/// <summary>Those who want to be told, each with a handle that ends it.</summary>
internal sealed class Listeners<T>
{
    private ImmutableList<Action<T>> _all = [];

    public bool Any => !_all.IsEmpty;

    public Subscription Add(Action<T> listener)
    {
        // Each gets a delegate of its own, so that the same method may listen twice and leave once.
        Action<T> own = value => listener(value);
        ImmutableInterlocked.Update(ref _all, all => all.Add(own));
        return new(() => ImmutableInterlocked.Update(ref _all, all => all.Remove(own)));
    }

    public void Tell(T value)
    {
        foreach (var listener in _all) listener(value);
    }
}
