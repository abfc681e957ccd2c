namespace ThreatBoard.Web.Tests.Rights;

/// <summary>To whom an address opens.</summary>
internal enum Opens
{
    /// <summary>Nobody has to be signed in.</summary>
    ToEveryone,

    /// <summary>Whoever is signed in; it shows only what is theirs.</summary>
    ToThoseSignedIn,

    /// <summary>Those who may read the model that the address names.</summary>
    ToReaders,

    /// <summary>Those who belong to the workspace that the address names.</summary>
    ToMembers,

    /// <summary>Those who look after the installation.</summary>
    ToAdministrators,

    /// <summary>Programs with a token.</summary>
    ToTokens,
}
