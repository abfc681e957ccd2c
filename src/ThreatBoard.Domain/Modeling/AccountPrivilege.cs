namespace ThreatBoard.Domain.Modeling;

/// <summary>What the account used by a flow may do, measured by what it needs.</summary>
public enum AccountPrivilege
{
    Unknown,
    LeastNeeded,
    MoreThanNeeded,
    Administrative,
}
