using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ThreatBoard.Web.Hosting.Circuits;

/// <summary>Counts one circuit, and ends it at its start where its person has too many.</summary>
internal sealed class CircuitCensus(OpenCircuits open, PersonAccess person) : CircuitHandler
{
    private Guid? _connected;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        open.Hold();
        return Task.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">The person has too many: the framework ends the circuit.</exception>
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_connected is not null || await person.CallerAsync() is not { } caller) return;
        if (!open.TryConnect(caller.Person)) throw new InvalidOperationException($"This person has {open.Most} tabs open already.");
        _connected = caller.Person;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_connected is { } counted) open.Disconnect(counted);
        _connected = null;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        open.Drop();
        return Task.CompletedTask;
    }
}
