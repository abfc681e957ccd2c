using System.Globalization;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui.Markdown;

namespace ThreatBoard.Web.Notices;

/// <summary>What a notice says, and where it leads; plain text for the page and for mail.</summary>
public static class NoticeWords
{
    /// <summary>The kind as a filter and a mark show it.</summary>
    public static string Kind(NoticeKind kind) => kind switch
    {
        NoticeKind.Mentioned => "Mentioned",
        NoticeKind.Assigned => "Assigned",
        NoticeKind.ChangeSet => "Change set",
        NoticeKind.Due => "Due",
        NoticeKind.Approval => "To decide",
        NoticeKind.Expiring => "Expiring",
        NoticeKind.Expired => "Expired",
        NoticeKind.Review => "Review",
        _ => "Overdue",
    };

    public static string Icon(NoticeKind kind) => kind switch
    {
        NoticeKind.Mentioned => "comment",
        NoticeKind.Assigned => "person",
        NoticeKind.ChangeSet => "source",
        _ => "clock",
    };

    /// <summary>One sentence without its full stop.</summary>
    public static string Sentence(Notice notice) => notice.Kind switch
    {
        NoticeKind.Mentioned => $"{notice.By} mentioned you on {Subject(notice)}",
        NoticeKind.Assigned => $"{notice.By} gave you {Subject(notice)}{Until(notice)}",
        NoticeKind.ChangeSet => $"{notice.By} read “{notice.Title}”: its change set waits for a decision",
        NoticeKind.Due => $"{Subject(notice)} is due on {Day(notice)}",
        NoticeKind.Approval when notice.Subject == EntityRef.WholeModel => $"{notice.By} asks you to approve a revision of the model",
        NoticeKind.Approval => $"{notice.By} asks you to accept the risk of {Subject(notice)}",
        NoticeKind.Expiring => $"The acceptance of {Subject(notice)} holds until {Day(notice)}",
        NoticeKind.Expired => $"The acceptance of {Subject(notice)} expired after {Day(notice)}: the threat is open again",
        NoticeKind.Review => $"{Subject(notice)} is due for review since {Day(notice)}",
        _ => $"{Subject(notice)} was due on {Day(notice)}",
    };

    /// <summary>What was said, in plain words: names in place of mentions, and no marks of Markdown.</summary>
    public static string Said(Notice notice) => PlainText.Of(notice.Words);

    /// <summary>The address of the thing, within ThreatBoard.</summary>
    public static string Address(Notice notice) => notice switch
    {
        { Kind: NoticeKind.ChangeSet } => $"/models/{notice.ModelId}/sources/{notice.Subject.Id}/changes",
        { Revision: { } revision } => $"/models/{notice.ModelId}/revisions?comments={revision}",
        { Subject.Kind: var kind } when kind == ShapeOf<Threat>.Name => $"/models/{notice.ModelId}/threats?open={notice.Subject}",
        { Subject.Kind: var kind } when kind == ShapeOf<Mitigation>.Name => $"/models/{notice.ModelId}/mitigations?open={notice.Subject}",
        { Kind: NoticeKind.Approval or NoticeKind.Review, Subject: var subject } when subject == EntityRef.WholeModel => $"/models/{notice.ModelId}/iterations",
        { Subject: var subject } when subject == EntityRef.WholeModel => $"/models/{notice.ModelId}",
        _ => $"/models/{notice.ModelId}/inventory?open={notice.Subject}",
    };

    private static string Subject(Notice notice) => notice switch
    {
        { Revision: { } revision } => $"revision {revision}",
        { Title.Length: > 0 } => $"“{notice.Title}”",
        _ => "the model",
    };

    private static string Until(Notice notice) => notice.Due is null ? "" : $", due on {Day(notice)}";

    private static string Day(Notice notice) => notice.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
