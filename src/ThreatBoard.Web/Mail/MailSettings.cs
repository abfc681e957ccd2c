using System.Net.Mail;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Mail;

/// <summary>The mail server as configured under <c>ThreatBoard:Smtp</c>.</summary>
/// <param name="Host">Its name or address; without one nothing is sent.</param>
/// <param name="Port">1 to 65535; 587 where left out.</param>
/// <param name="User">Empty for a server that asks for no name.</param>
/// <param name="From">The sender's address, such as <c>ThreatBoard &lt;threatboard@example.org&gt;</c>.</param>
public sealed record MailSettings(string Host, int Port, string User, string Password, string From)
{
    public const string Section = "ThreatBoard:Smtp";

    private const int Submission = 587;

    public bool IsConfigured => Host.Length > 0;

    /// <summary>Mail leaves this machine encrypted or not at all (STARTTLS).</summary>
    public bool NeedsTls => !Loopback.IsLoopback(Host);

    public static MailSettings Of(IConfiguration configuration)
    {
        var smtp = configuration.GetSection(Section);
        return new(
            (smtp["Host"] ?? "").Trim(), int.TryParse(smtp["Port"], out var port) ? port : Submission,
            smtp["User"] ?? "", smtp["Password"] ?? "", (smtp["From"] ?? "").Trim());
    }

    /// <returns>The problem with what is configured, as a sentence that says what to do; null when mail can be sent or is not configured.</returns>
    public static string? Problem(IConfiguration configuration) => Of(configuration) switch
    {
        { IsConfigured: false } => null,
        _ when configuration[$"{Section}:Port"] is { Length: > 0 } port && !(int.TryParse(port, out var number) && number is > 0 and <= ushort.MaxValue) =>
            $"{Section}:Port is “{port}”: give a number from 1 to 65535, or leave it out for {Submission}.",
        { From: var from } when !MailAddress.TryCreate(from, out _) =>
            $"{Section}:From is “{from}”: give the sender's address, such as threatboard@example.org.",
        _ when PublicAddress.Of(configuration).Root is null =>
            $"Mail needs {PublicAddress.Setting}, the address under which people reach ThreatBoard (https://…), for the links in it.",
        _ => null,
    };

    /// <summary>Without the password.</summary>
    public override string ToString() => IsConfigured ? $"{Host}:{Port}" : "no mail server";
}
