using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Once the server listens: one link on standard output, and the address for the <c>link</c> verb.</summary>
public sealed class LinkAnnouncement(IHostApplicationLifetime lifetime, ListenAddress listening, LoginLinks links, RunningAddress running) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        running.Clear();
        return Task.CompletedTask;
    }

    private void Announce()
    {
        running.Write(listening.Url);
        Console.WriteLine($"ThreatBoard is ready. Open this link within {LoginLinks.Lifetime.TotalMinutes:0} minutes; it works once:");
        Console.WriteLine(LinkVerb.LinkTo(listening.Url, links.Issue()));
    }
}
