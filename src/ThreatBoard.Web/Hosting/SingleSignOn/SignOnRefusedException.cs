namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>Why nobody was signed in, as far as the page tells.</summary>
public enum SignOnRefusal
{
    /// <summary>The answer does not belong to a sign-in that this browser began a short while ago.</summary>
    NotBegunHere,

    /// <summary>The provider refused, or does not answer.</summary>
    Provider,

    /// <summary>What the provider sent is not to be trusted.</summary>
    NotProven,

    /// <summary>The person is disabled here.</summary>
    Disabled,
}

/// <summary>A single sign-on that is refused; the message says for the security audit what was wrong, and holds no secret.</summary>
public sealed class SignOnRefusedException : Exception
{
    public SignOnRefusedException()
    {
    }

    public SignOnRefusedException(string message) : base(message)
    {
    }

    public SignOnRefusedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public SignOnRefusedException(SignOnRefusal refusal, string message, Exception? innerException = null) : base(message, innerException) => Refusal = refusal;

    public SignOnRefusal Refusal { get; } = SignOnRefusal.NotProven;
}
