using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Together;

/// <summary>Registers what several people in one model need.</summary>
public static class TogetherRegistration
{
    /// <summary>Bytes from a browser at once: the longest text that a box takes, each character at its longest. What is larger goes as a stream.</summary>
    private const long LongestMessage = 64 * 1024;

    public static IServiceCollection AddTogether(this IServiceCollection services) => services
        .Configure<HubOptions>(hub => hub.MaximumReceiveMessageSize = LongestMessage)
        .AddScoped<Here>()
        .AddScoped<CircuitHandler, PresenceCircuit>()
        .AddCascadingValue(provider => provider.GetRequiredService<Here>())
        .AddScoped<DraftDesk>();
}
