using System.Collections.Concurrent;

namespace ThreatBoard.Web.Hosting.Circuits;

/// <summary>How many circuits this process holds, and how many of them each person is connected to: one person's tabs must not crowd out the others.</summary>
public sealed class OpenCircuits(IConfiguration configuration)
{
    /// <summary>The setting that says how many tabs a person may have open in one process.</summary>
    public const string Setting = "ThreatBoard:CircuitsPerPerson";

    private const int Usual = 20;

    private readonly ConcurrentDictionary<Guid, int> _connected = [];
    private int _held;

    /// <summary>All that are held, those included whose connection broke and that may come back.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>At most this many a person.</summary>
    public int Most { get; } = configuration.GetValue<int?>(Setting) is { } most and > 0 ? most : Usual;

    /// <summary>To how many the person is connected now.</summary>
    public int Of(Guid person) => _connected.GetValueOrDefault(person);

    internal void Hold() => Interlocked.Increment(ref _held);

    internal void Drop() => Interlocked.Decrement(ref _held);

    /// <returns>False: the person has too many already, and this one does not count.</returns>
    internal bool TryConnect(Guid person)
    {
        if (_connected.AddOrUpdate(person, 1, (_, count) => count + 1) <= Most) return true;
        Disconnect(person);
        return false;
    }

    internal void Disconnect(Guid person)
    {
        // The last one takes the entry away; had another come meanwhile, the pair would not be there any more.
        if (_connected.AddOrUpdate(person, 0, (_, count) => count - 1) <= 0) _connected.TryRemove(KeyValuePair.Create(person, 0));
    }
}
