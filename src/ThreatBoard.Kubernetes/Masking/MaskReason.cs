namespace ThreatBoard.Kubernetes.Masking;

/// <summary>Why a value, or a part of it, was masked.</summary>
public enum MaskReason : byte
{
    None,

    /// <summary>The value of a Secret.</summary>
    SecretValue,

    /// <summary>Its name says that it is a credential.</summary>
    CredentialName,

    /// <summary>Its name may mean a credential: masked to be safe, but no ground for a finding.</summary>
    PossibleCredential,

    /// <summary>A password in a URL or a connection string.</summary>
    UrlPassword,

    /// <summary>A token or key of a well-known form.</summary>
    KnownToken,

    PrivateKey,

    /// <summary>A password among arguments.</summary>
    Argument,

    /// <summary>A named credential inside a longer text.</summary>
    InText,

    /// <summary>The copy of the whole object that kubectl leaves in an annotation.</summary>
    LastApplied,
}
