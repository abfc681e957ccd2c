using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Tests.Mail;

public sealed class MailerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_with_its_text_as_it_was_written()
    {
        await using var server = new TinyMailServer();
        await To(server).SendAsync("ada@example.org", "Due: “köln”", "Line one\n.\n<b>two</b> → drei\n", Cancel);
        var mail = await server.NextAsync(Cancel);
        Assert.Equal(("threatboard@example.org", "ada@example.org"), (mail.From, mail.To));
        Assert.Equal("Line one\n.\n<b>two</b> → drei\n", mail.Text.ReplaceLineEndings("\n"));
        Assert.Contains("text/plain", mail.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_begins_no_header_of_its_own()
    {
        await using var server = new TinyMailServer();
        await To(server).SendAsync("ada@example.org", "Hello\r\nBcc: eve@example.org", "text", Cancel);
        var mail = await server.NextAsync(Cancel);
        Assert.DoesNotContain(mail.Head.Split('\n'), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData("ada@example.org\r\nBcc: eve@example.org")]
    public async Task What_is_no_address_is_refused(string to)
    {
        await using var server = new TinyMailServer();
        await Assert.ThrowsAsync<SmtpException>(() => To(server).SendAsync(to, "Hello", "text", Cancel));
        Assert.Null(server.Waiting);
    }

    [Fact]
    public async Task What_the_server_refuses_is_an_error_and_the_next_try_arrives()
    {
        await using var server = new TinyMailServer();
        server.RefuseNext(1);
        await Assert.ThrowsAsync<SmtpException>(() => To(server).SendAsync("ada@example.org", "Hello", "text", Cancel));
        await To(server).SendAsync("ada@example.org", "Hello", "again", Cancel);
        Assert.Equal("again", (await server.NextAsync(Cancel)).Text.Trim());
    }

    [Fact]
    public async Task Without_a_server_nothing_is_sent()
    {
        var mailer = new Mailer(MailSettings.Of(Configured([])));
        Assert.False(mailer.IsConfigured);
        await Assert.ThrowsAsync<SmtpException>(() => mailer.SendAsync("ada@example.org", "Hello", "text", Cancel));
    }

    [Theory]
    [InlineData("mail.example.org", true)]
    [InlineData("10.0.0.1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    public void Only_a_server_on_this_machine_needs_no_encryption(string host, bool needed) =>
        Assert.Equal(needed, new MailSettings(host, 25, "", "", "a@b.example").NeedsTls);

    [Fact]
    public void What_is_configured_halfway_is_said_with_what_to_do()
    {
        Assert.Null(MailSettings.Problem(Configured([])));
        Assert.Contains("From", Problem(("Smtp:Host", "mail.example.org")), StringComparison.Ordinal);
        Assert.Contains("PublicUrl", Problem(("Smtp:Host", "mail.example.org"), ("Smtp:From", "a@b.example")), StringComparison.Ordinal);
        Assert.Contains("Port", Problem(("Smtp:Host", "mail.example.org"), ("Smtp:Port", "0")), StringComparison.Ordinal);
        Assert.Null(MailSettings.Problem(Configured([("Smtp:Host", "mail.example.org"), ("Smtp:From", "a@b.example"), ("PublicUrl", "https://board.example.org")])));
    }

    [Theory]
    [InlineData("https://board.example.org", "https://board.example.org/inbox")]
    [InlineData("https://example.org/board/", "https://example.org/board/inbox")]
    public void Links_begin_with_the_configured_address(string configured, string link) =>
        Assert.Equal(link, PublicAddress.Of(Configured([("PublicUrl", configured)])).LinkTo("/inbox").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org")]
    [InlineData("https://you@example.org")]
    [InlineData("https://example.org/?next=")]
    public void What_is_no_web_address_is_not_used_for_links(string configured) =>
        Assert.Null(PublicAddress.Of(Configured([("PublicUrl", configured)])).Root);

    private static string Problem(params (string, string)[] settings) => MailSettings.Problem(Configured(settings))!;

    private static Mailer To(TinyMailServer server) => new(new("127.0.0.1", server.Port, "", "", "ThreatBoard <threatboard@example.org>"));

    private static IConfiguration Configured((string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"ThreatBoard:{s.Name}", (string?)s.Value))).Build();
}
