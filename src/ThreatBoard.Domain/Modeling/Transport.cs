namespace ThreatBoard.Domain.Modeling;

/// <summary>Whether a flow is encrypted; unknown is never counted as none.</summary>
public enum Encryption
{
    Unknown,
    None,
    Tls,
    MutualTls,
}

/// <summary>Where the encryption of a flow ends.</summary>
public enum TlsEnd
{
    Unknown,
    Receiver,
    Proxy,
    Ingress,
    LoadBalancer,
}

/// <summary>Whether the other side's certificate is checked.</summary>
public enum CertificateCheck
{
    Unknown,
    NotValidated,
    Validated,
}

/// <summary>How the caller proves who it is.</summary>
public enum Authentication
{
    Unknown,
    None,
    Password,
    Token,
    OAuth,
    MutualTls,
}

/// <summary>How a flow is protected on its way; decided together, since a certificate check without encryption makes no sense.</summary>
public sealed record Transport
{
    public static Transport Unknown { get; } = new();

    public Encryption Encryption { get; init; }

    public TlsEnd TlsEnds { get; init; }

    public CertificateCheck Certificate { get; init; }

    public Authentication Authentication { get; init; }
}
