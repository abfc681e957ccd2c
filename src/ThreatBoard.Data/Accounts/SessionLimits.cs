namespace ThreatBoard.Data.Accounts;

/// <summary>How much of what a browser says is kept, in characters.</summary>
internal static class SessionLimits
{
    public const int Browser = 200;

    public const int Address = 64;
}
