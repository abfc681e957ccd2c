using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ThreatBoard.Web.Together;

/// <summary>Whose line is gone is not there, though the circuit is kept for a while.</summary>
internal sealed class PresenceCircuit(Here here) : CircuitHandler
{
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => ConnectAsync(isAway: true);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => ConnectAsync(isAway: false);

    private async Task ConnectAsync(bool isAway)
    {
        if (here.Dispatch is { } dispatch) await dispatch(() => _ = here.ConnectAsync(isAway));
    }
}
