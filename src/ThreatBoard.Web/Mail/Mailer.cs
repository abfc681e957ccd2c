using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;

namespace ThreatBoard.Web.Mail;

/// <summary>Sends plain text by the configured mail server.</summary>
public sealed class Mailer(MailSettings settings)
{
    private const int LongestSubject = 200;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a mail server; without one nobody is written to, and a link is handed over by hand.</summary>
    public bool IsConfigured => settings.IsConfigured;

    /// <summary>Returns when the server has taken the message.</summary>
    /// <param name="to">One address.</param>
    /// <exception cref="SmtpException">It was not taken: no server, no TLS, refused, no answer within 30 s, or the address is none.</exception>
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        if (!IsConfigured) throw new SmtpException("No mail server is configured.");
        if (!MailAddress.TryCreate(to, out var recipient)) throw new SmtpException(SmtpStatusCode.MailboxNameNotAllowed, "The recipient's address is not one.");
        using var message = Message(recipient, subject, text);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.NeedsTls, UseDefaultCredentials = false };
        if (settings.User.Length > 0) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (AuthenticationException untrusted)
        {
            throw new SmtpException("The mail server's certificate was not accepted.", untrusted);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new SmtpException("The mail server did not answer in time.", late);
        }
    }

    private MailMessage Message(MailAddress recipient, string subject, string text) => new(new MailAddress(settings.From), recipient)
    {
        Subject = OneLine(subject),
        SubjectEncoding = Encoding.UTF8,
        HeadersEncoding = Encoding.UTF8,
        Body = text,
        BodyEncoding = Encoding.UTF8,
        BodyTransferEncoding = TransferEncoding.Base64,
        IsBodyHtml = false,
    };

    /// <summary>A line break in a subject would begin a header of somebody else's choice.</summary>
    private static string OneLine(string subject)
    {
        var line = string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= LongestSubject ? line : $"{line[..(LongestSubject - 1)]}…";
    }
}
