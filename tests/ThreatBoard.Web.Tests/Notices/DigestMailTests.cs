using ThreatBoard.Data;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Mail;
using ThreatBoard.Web.Notices;

namespace ThreatBoard.Web.Tests.Notices;

public sealed class DigestMailTests
{
    private static readonly Guid s_model = Guid.Parse("01990000-0000-7000-8000-0000000000aa");
    private static readonly EntityRef s_threat = new("threat", Guid.Parse("01990000-0000-7000-8000-0000000000bb"));

    [Fact]
    public void A_digest_says_what_is_new_and_links_to_it_at_the_configured_address()
    {
        var text = DigestMail.Text(Digest(Row(NoticeKind.Mentioned, "Stolen token")), new(new Uri("https://board.example.org/")));
        Assert.Contains("Shop\n* Grace mentioned you on “Stolen token” (2026-11-02 10:00)\n  https://board.example.org/models/01990000-0000-7000-8000-0000000000aa/threats?open=threat:01990000-0000-7000-8000-0000000000bb\n", text, StringComparison.Ordinal);
        Assert.Contains("4 more are unread.", text, StringComparison.Ordinal);
        Assert.Contains("https://board.example.org/inbox", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_somebodys_choice_begins_no_line_of_its_own()
    {
        var text = DigestMail.Text(Digest(Row(NoticeKind.Assigned, "x\n\nhttps://evil.example\r\n\u2028y")), new(new Uri("https://board.example.org/")));
        Assert.DoesNotContain("\nhttps://evil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2028", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Attacks => [.. HostileTexts.All];

    [Theory]
    [Trait("Matrix", "D7")]
    [MemberData(nameof(Attacks))]
    public void Whatever_a_threat_is_called_stands_in_one_line_of_plain_text(string title)
    {
        PublicAddress address = new(new Uri("https://board.example.org/"));
        var (plain, hostile) = (DigestMail.Text(Digest(Row(NoticeKind.Mentioned, "x")), address), DigestMail.Text(Digest(Row(NoticeKind.Mentioned, title)), address));
        Assert.Equal(plain.Split('\n').Length, hostile.Split('\n').Length);
        var line = string.Concat(title.Select(letter => char.IsControl(letter) ? ' ' : letter));
        Assert.Equal(plain.Replace("“x”", $"“{line}”", StringComparison.Ordinal), hostile);
    }

    [Theory]
    [InlineData(NoticeKind.Mentioned, "Grace mentioned you on “x”")]
    [InlineData(NoticeKind.Assigned, "Grace gave you “x”, due on 2026-11-05")]
    [InlineData(NoticeKind.ChangeSet, "Grace read “x”: its change set waits for a decision")]
    [InlineData(NoticeKind.Due, "“x” is due on 2026-11-05")]
    [InlineData(NoticeKind.Overdue, "“x” was due on 2026-11-05")]
    [InlineData(NoticeKind.Approval, "Grace asks you to accept the risk of “x”")]
    [InlineData(NoticeKind.Expiring, "The acceptance of “x” holds until 2026-11-05")]
    [InlineData(NoticeKind.Expired, "The acceptance of “x” expired after 2026-11-05: the threat is open again")]
    [InlineData(NoticeKind.Review, "“x” is due for review since 2026-11-05")]
    public void Every_kind_is_a_sentence(NoticeKind kind, string sentence) => Assert.Equal(sentence, NoticeWords.Sentence(Row(kind, "x").Notice));

    [Fact]
    public void A_notice_leads_to_what_it_is_about()
    {
        var notice = Row(NoticeKind.Mentioned, "x").Notice;
        Assert.Equal($"/models/{s_model}/revisions?comments=3", NoticeWords.Address(notice with { Subject = EntityRef.WholeModel, Revision = 3 }));
        Assert.Equal($"/models/{s_model}", NoticeWords.Address(notice with { Subject = EntityRef.WholeModel }));
        Assert.Equal($"/models/{s_model}/inventory?open=flow:{s_threat.Id}", NoticeWords.Address(notice with { Subject = new("flow", s_threat.Id) }));
        Assert.Equal($"/models/{s_model}/sources/{s_threat.Id}/changes", NoticeWords.Address(notice with { Kind = NoticeKind.ChangeSet, Subject = new("source", s_threat.Id) }));
    }

    private static Digest Digest(params NoticeRow[] rows) => new("Anna", "anna@example.org", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), rows, Unread: rows.Length + 4);

    private static NoticeRow Row(NoticeKind kind, string title) => new(
        new()
        {
            Id = Guid.Empty, PersonId = Guid.Empty, ModelId = s_model, Kind = kind, Key = "k", Subject = s_threat, Title = title, By = "Grace",
            Due = new DateOnly(2026, 11, 5), At = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
        },
        "Shop");
}
