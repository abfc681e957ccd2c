using ThreatBoard.Data;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Setup;

/// <summary>Once a server listens: a set-up link on standard output while nobody owns it, and the address for the <c>link</c> verb.</summary>
public sealed class SetupAnnouncement(IHostApplicationLifetime lifetime, ListenAddress listening, OwnAddress own, SetupLinks links, RunningAddress running) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var token = await links.IssueAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(() => Announce(token));
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        running.Clear();
        return Task.CompletedTask;
    }

    private void Announce(string? token)
    {
        running.Write(listening.Url);
        Console.WriteLine(token is null
            ? $"ThreatBoard is ready at {own.Root}"
            : $"ThreatBoard is ready and belongs to nobody yet. Open this link within {SetupLinks.Lifetime.TotalMinutes:0} minutes to become its first owner; it works once:");
        if (token is not null) Console.WriteLine(LinkTo(own.Root, token));
    }

    internal static string LinkTo(Uri root, string token) => new Uri(root, $"setup?token={token}").ToString();
}
