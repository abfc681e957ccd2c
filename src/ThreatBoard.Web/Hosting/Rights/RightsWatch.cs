using System.Collections.Concurrent;
using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting.Circuits;

namespace ThreatBoard.Web.Hosting.Rights;

/// <summary>Asks what their people are in which workspaces, and tells the circuits for which that changed.</summary>
/// <remarks>What somebody may do is decided anew for every operation; this is what lets open pages offer it, or no longer.</remarks>
public sealed class RightsWatch(Access access, TimeProvider clock, ILogger<RightsWatch> log)
    : CircuitPoll(clock, log, "Roles could not be looked up, and open pages offer what they did")
{
    private readonly ConcurrentDictionary<Guid, Circuit> _circuits = [];

    /// <param name="changed">Called on another thread; it must neither block nor throw.</param>
    public Subscription Watch(Guid session, Action changed)
    {
        var circuit = Guid.CreateVersion7();
        _circuits[circuit] = new(session, changed);
        return new(() => _circuits.TryRemove(circuit, out _));
    }

    protected override async Task LookAsync(CancellationToken cancel)
    {
        Circuit[] watched = [.. _circuits.Values];
        if (watched.Length == 0) return;
        var standings = await access.StandingsAsync([.. watched.Select(circuit => circuit.Session).Distinct()], cancel);
        foreach (var circuit in watched) circuit.See([.. standings[circuit.Session]]);
    }

    private sealed class Circuit(Guid session, Action changed)
    {
        private ImmutableHashSet<(Guid Workspace, Role Role)>? _seen;

        public Guid Session => session;

        public void See(ImmutableHashSet<(Guid Workspace, Role Role)> now)
        {
            var before = _seen;
            _seen = now;
            // The page was drawn before the first look: what changed in between is told as well.
            if (before?.SetEquals(now) != true) changed();
        }
    }
}
