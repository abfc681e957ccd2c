using System.Data.Common;
using System.Net.Mail;
using ThreatBoard.Data;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Notices;

/// <summary>Sends the digests whose hour has come; what fails is logged and tried again a few minutes later.</summary>
public sealed class DigestJob(Digests digests, Mailer mailer, PublicAddress address, TimeProvider clock, ILogger<DigestJob> log) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(5);

    /// <summary>Sends what waits now, each person's for itself.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var person in await digests.WaitingAsync(cancel))
        {
            try
            {
                await digests.SendAsync(person, digest => mailer.SendAsync(digest.Email, DigestMail.Subject(digest), DigestMail.Text(digest, address), cancel), cancel);
            }
            catch (SmtpException refused)
            {
                log.LogWarning("The digest of person {Person} was not taken by the mail server ({Status}: {Why}); it is tried again", person, refused.StatusCode, refused.Message);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mailer.IsConfigured) return;
        using var timer = new PeriodicTimer(s_between, clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (DbException away)
            {
                log.LogWarning(away, "Digests could not be made; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
