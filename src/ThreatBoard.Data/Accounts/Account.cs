using Microsoft.AspNetCore.Identity;

namespace ThreatBoard.Data.Accounts;

/// <summary>How a person of a server installation signs in by themselves; its id is the person's, its user name the e-mail address.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Longest e-mail address, in characters.</summary>
    public const int LongestEmail = 254;

    /// <summary>The secret of the authenticator app, encrypted by Data Protection; set up but not yet in use while <see cref="IdentityUser{TKey}.TwoFactorEnabled"/> is false.</summary>
    public string? FactorSecret { get; set; }

    /// <summary>The 30-second step of the last code that was accepted: none at or before it is accepted again.</summary>
    public long FactorStep { get; set; }
}
