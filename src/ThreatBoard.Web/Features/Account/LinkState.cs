namespace ThreatBoard.Web.Features.Account;

/// <summary>What a login link is worth.</summary>
public enum LinkState
{
    Valid,
    Unknown,
    Used,
    Expired,
}
