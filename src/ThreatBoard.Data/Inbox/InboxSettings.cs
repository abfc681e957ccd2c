namespace ThreatBoard.Data.Inbox;

/// <summary>What an installation can set about inboxes.</summary>
/// <param name="DueWithinDays">How many days before its day work counts as due; 0 to 30.</param>
public sealed record InboxSettings(int DueWithinDays = InboxSettings.UsualDays)
{
    public const string Section = "ThreatBoard:Inbox";

    private const int UsualDays = 3;

    private const int MostDays = 30;

    /// <summary>As text; what is no number or out of range counts as the nearest that is.</summary>
    public static InboxSettings Of(string? days) => new(int.TryParse(days, out var number) ? Math.Clamp(number, 0, MostDays) : UsualDays);
}
