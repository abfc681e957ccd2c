using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ThreatBoard.Web.Tests.Circuits;

/// <summary>Remembers every circuit of a host without holding it, to see whether anything else does.</summary>
public sealed class SeenCircuits
{
    private readonly ConcurrentQueue<WeakReference> _all = new();

    public int All => _all.Count;

    /// <summary>How many are still in memory after a full collection.</summary>
    public int Alive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return _all.Count(circuit => circuit.IsAlive);
    }

    public void Note(Circuit circuit) => _all.Enqueue(new(circuit));
}

/// <summary>Tells <see cref="SeenCircuits"/>.</summary>
internal sealed class CircuitNote(SeenCircuits seen) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        seen.Note(circuit);
        return Task.CompletedTask;
    }
}
