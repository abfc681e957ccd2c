using System.Data.Common;
using System.Net.Mail;
using System.Threading.Channels;
using ThreatBoard.Data;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Sends links to new passwords after the page has answered, so that nobody can tell from the answer or its time who has an account.</summary>
public sealed class ResetMail(Passwords passwords, Mailer mailer, PublicAddress address, ILogger<ResetMail> log) : BackgroundService
{
    private const int MostWaiting = 100;

    private readonly Channel<(string Email, string Address)> _asked = Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Returns at once; who asks while very many wait is not served, and asks again.</summary>
    /// <param name="from">Where the request came from, for the security audit.</param>
    public void Ask(string? email, string from) => _asked.Writer.TryWrite((email ?? "", from));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, from) in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await passwords.IssueAsync(email, from, stoppingToken) is { } token) await SendAsync(email, token, stoppingToken);
            }
            catch (Exception failed) when (failed is SmtpException or DbException)
            {
                log.LogWarning(failed, "A link to a new password could not be sent");
            }
        }
    }

    private Task SendAsync(string email, string token, CancellationToken cancel) => mailer.SendAsync(
        email.Trim(),
        "A new password for ThreatBoard",
        $"""
        Somebody, probably you, asked for a new password for ThreatBoard. Choose one here within an hour; the link works once:

        {address.LinkTo($"/reset?token={token}")}

        If it was not you, do nothing: your password stays as it is.
        """,
        cancel);
}
