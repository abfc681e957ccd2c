namespace ThreatBoard.Data.Accounts;

/// <summary>Whom an OpenID provider has named: a person is known by issuer and subject, and never by an e-mail address, which anybody may claim.</summary>
/// <param name="Issuer">At most 500 characters.</param>
/// <param name="Subject">At most 255 characters.</param>
/// <param name="Name">What the provider calls them; cut to what a name may be.</param>
/// <param name="Groups">Their groups at this sign-in.</param>
public sealed record SignOnIdentity(string Issuer, string Subject, string Name, IReadOnlySet<string> Groups);
