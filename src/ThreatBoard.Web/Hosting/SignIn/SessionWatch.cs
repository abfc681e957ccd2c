using System.Collections.Concurrent;
using ThreatBoard.Data;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting.Circuits;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>Asks which sessions still stand, and tells the circuits of those that do not.</summary>
/// <remarks>What somebody may do is decided anew for every operation; this is what ends the looking on.</remarks>
public sealed class SessionWatch(Sessions sessions, TimeProvider clock, ILogger<SessionWatch> log)
    : CircuitPoll(clock, log, "Sessions could not be looked up, and nobody is signed out for that")
{
    private readonly ConcurrentDictionary<Guid, (Guid Session, Action Ended)> _circuits = [];

    /// <param name="ended">Called once, on another thread; it must neither block nor throw.</param>
    public Subscription Watch(Guid session, Action ended)
    {
        var circuit = Guid.CreateVersion7();
        _circuits[circuit] = (session, ended);
        return new(() => _circuits.TryRemove(circuit, out _));
    }

    protected override async Task LookAsync(CancellationToken cancel)
    {
        Guid[] watched = [.. _circuits.Values.Select(circuit => circuit.Session).Distinct()];
        if (watched.Length == 0) return;
        var alive = await sessions.StillAliveAsync(watched, cancel);
        foreach (var (circuit, (session, ended)) in _circuits)
            if (watched.Contains(session) && !alive.Contains(session) && _circuits.TryRemove(circuit, out _)) ended();
    }
}
