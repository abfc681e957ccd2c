using System.Globalization;
using System.Text;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Notices;

/// <summary>A digest as mail: plain text, with links that begin with the configured address.</summary>
public static class DigestMail
{
    private const int LongestLine = 300;

    public static string Subject(Digest digest) => digest.New.Count == 1 ? "ThreatBoard: 1 new item in your inbox" : $"ThreatBoard: {digest.New.Count} new items in your inbox";

    public static string Text(Digest digest, PublicAddress address)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Hello {OneLine(digest.Name)},\n\n");
        foreach (var model in digest.New.GroupBy(row => (row.Notice.ModelId, row.ModelName)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{OneLine(model.Key.ModelName)}\n");
            foreach (var (notice, _) in model)
                text.Append(CultureInfo.InvariantCulture, $"* {OneLine(NoticeWords.Sentence(notice))} ({Time(notice, digest.Zone)})\n  {address.LinkTo(NoticeWords.Address(notice))}\n");
            text.Append('\n');
        }

        var rest = digest.Unread - digest.New.Count;
        if (rest > 0) text.Append(CultureInfo.InvariantCulture, $"{rest} more {(rest == 1 ? "is" : "are")} unread.\n");
        return text.Append(CultureInfo.InvariantCulture, $"All of it: {address.LinkTo("/inbox")}\nWhether and when you get this mail is set there too.\n").ToString();
    }

    private static string Time(Notice notice, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(notice.At, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A name of somebody's choice begins no line of its own.</summary>
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= LongestLine ? line : $"{line[..(LongestLine - 1)]}…";
    }
}
