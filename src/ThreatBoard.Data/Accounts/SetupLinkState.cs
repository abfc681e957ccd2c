namespace ThreatBoard.Data.Accounts;

/// <summary>What a set-up link is worth.</summary>
public enum SetupLinkState
{
    Valid,
    Unknown,
    Expired,

    /// <summary>The first owner exists: no set-up link is worth anything any more.</summary>
    Settled,
}
