namespace ThreatBoard.Data.Inbox;

/// <summary>What an installation can set about inboxes.</summary>
public sealed class InboxSettings
{
    public const string Section = "ThreatBoard:Inbox";

    private const int UsualDays = 3;

    private const int MostDays = 30;

    /// <summary>How many days before its day work counts as due; 0 to 30.</summary>
    public int DueWithinDays { get; private set; } = UsualDays;

    /// <summary>Takes what is configured; what is no number is left at the usual, what is out of range counts as the nearest that is not.</summary>
    public void Read(string? days) => DueWithinDays = int.TryParse(days, out var number) ? Math.Clamp(number, 0, MostDays) : UsualDays;
}
