namespace ThreatBoard.Data.Inbox;

/// <summary>What is new in one person's inbox since the last digest.</summary>
/// <param name="Zone">In which its days are told.</param>
/// <param name="New">The newest first, at most <see cref="Digests.MostTold"/>.</param>
/// <param name="Unread">How many there are in all.</param>
public sealed record Digest(string Name, string Email, TimeZoneInfo Zone, IReadOnlyList<NoticeRow> New, int Unread);
